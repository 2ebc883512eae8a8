package io.countypulse.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.TestTokens;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A problem from its entry in the ledger to its close by two people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerStoryTest {

  private static final String LEDGER = "/api/reporting/rectifications";
  private static final TestTokens TOKENS = TestTokens.shared();
  private static final String CLERK = TOKENS.tokenOf("wang", "CREDIT_CLERK", "530102");
  private static final String LEAD = TOKENS.tokenOf("li", "CREDIT_LEAD", "530100");
  private static final String STRANGER = TOKENS.tokenOf("zhao", "CREDIT_CLERK", "530103");

  private RunningService service;
  private long item;

  @BeforeAll
  void start() {
    service = RunningService.start(RunningService.newSettings());
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  @Order(1)
  void aProblemIsEnteredByHandWithWhoMendsItAndUntilWhen() {
    String form =
        """
        {"county":"530102","problem":"逾期户未逐户核实","responsible":"五华区农业农村局","deadline":"%s"}""";
    assertThat(send(CLERK, "", form.formatted("2024-06-01")).statusCode()).isEqualTo(400);
    assertThat(send(STRANGER, "", form.formatted("2024-06-30")).statusCode()).isEqualTo(403);
    HttpResponse<String> entered = send(CLERK, "", form.formatted("2024-06-30"));
    assertThat(entered.statusCode()).isEqualTo(201);
    item = json(entered).get("id").asLong();
    assertThat(service.get(LEDGER + "/" + item, STRANGER).statusCode()).isEqualTo(404);
    assertThat(service.getJson(LEDGER, STRANGER).get("count").asInt()).isZero();
  }

  @Test
  @Order(2)
  void nothingIsSubmittedWithoutMeasuresOrEvidence() {
    assertThat(code(send(CLERK, "/submit", "{}"))).isEqualTo("NOTHING_TO_SHOW");
    assertThat(code(evidence(CLERK, "a.pdf", "<html>"))).isEqualTo("FILE_TYPE");
    assertThat(code(evidence(CLERK, "a.exe", "%PDF-1.7 …"))).isEqualTo("FILE_TYPE");
    assertThat(evidence(STRANGER, "a.pdf", "%PDF-1.7 …").statusCode()).isEqualTo(404);
    HttpResponse<String> kept = evidence(CLERK, "核实记录.pdf", "%PDF-1.7 …");
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
    assertThat(code(evidence(CLERK, "again.pdf", "%PDF-1.7 …"))).isEqualTo("FILE_KNOWN");
    JsonNode file = json(kept).get("evidence").get(0);
    assertThat(file.get("sha256").asString()).hasSize(64);
    String path = LEDGER + "/" + item + "/evidence/" + file.get("id").asLong();
    assertThat(service.get(path, CLERK).body()).isEqualTo("%PDF-1.7 …");
    assertThat(service.get(path, STRANGER).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(3)
  void whoSubmitsItIsNotWhoVerifiesItAndWhatIsNotMendedGoesBack() {
    String own = TOKENS.tokenOf("li", "CREDIT_LEAD", "530100");
    assertThat(send(own, "/submit", "{\"measures\":\"逐户核实，约谈银行\"}").statusCode()).isEqualTo(200);
    assertThat(send(CLERK, "/verify", "{}").statusCode()).as("no clerk verifies").isEqualTo(403);
    assertThat(code(send(LEAD, "/verify", "{}"))).isEqualTo("SAME_PERSON");
    String other = TOKENS.tokenOf("sun", "LEADER", "530100");
    assertThat(code(send(other, "/close-out", "{}"))).as("not verified").isEqualTo("WRONG_STATE");
    assertThat(send(other, "/send-back", "{}").statusCode()).as("why?").isEqualTo(400);
    HttpResponse<String> back = send(other, "/send-back", "{\"note\":\"缺少两户\"}");
    assertThat(json(back).get("state").asString()).isEqualTo("OPEN");
  }

  @Test
  @Order(4)
  void anotherPersonVerifiesAndClosesItAndEveryStepIsWritten() {
    assertThat(send(CLERK, "/submit", "{\"note\":\"已补齐\"}").statusCode()).isEqualTo(200);
    assertThat(send(LEAD, "/verify", "{\"note\":\"现场核查\"}").statusCode()).isEqualTo(200);
    HttpResponse<String> closed = send(LEAD, "/close-out", "{}");
    assertThat(json(closed).get("state").asString()).isEqualTo("CLOSED");
    assertThat(json(closed).get("closedOn").asString()).isEqualTo("2024-06-10");
    assertThat(json(closed).get("steps").valueStream().map(each -> each.get("step").asString()))
        .containsExactly(
            "ENTERED", "EVIDENCE", "SUBMITTED", "SENT_BACK", "SUBMITTED", "VERIFIED", "CLOSED_OUT");
    assertThat(code(evidence(CLERK, "late.pdf", "%PDF-1.4 x"))).isEqualTo("WRONG_STATE");
    HttpResponse<String> sheet = service.get(LEDGER + "/export", LEAD);
    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(sheet.body()).startsWith("PK");
  }

  private HttpResponse<String> send(String token, String step, String body) {
    return service.send("POST", LEDGER + (step.isEmpty() ? "" : "/" + item + step), token, body);
  }

  private HttpResponse<String> evidence(String token, String name, String content) {
    String file = URLEncoder.encode(name, UTF_8);
    return service.send("POST", LEDGER + "/" + item + "/evidence?fileName=" + file, token, content);
  }

  private static String code(HttpResponse<String> response) {
    return json(response).get("code").asString();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
