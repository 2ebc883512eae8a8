package io.countypulse.reporting;

import static io.countypulse.reporting.CreditEvents.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From loans that fall overdue to alerts people work on, through corrections and restarts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertStoryTest {

  private static final String RULE = "overdue-above-line";

  /** Counties no other story lends in: the log is one. */
  private static final String GUANDU = "530111";

  private static final String YANGZONGHAI = "Z530102";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LEADER = TestTokens.shared().token("LEADER", "530100");
  private static final String CLERK = TestTokens.shared().token("CREDIT_CLERK", GUANDU);
  private static final String AUDITOR = TestTokens.shared().token("AUDITOR", "530100");

  private Map<String, String> settings;
  private RunningService service;
  private EventLog log;
  private long alert;

  @BeforeAll
  void start() {
    settings = RunningService.newSettings();
    service = RunningService.start(settings);
    log = new EventLog(RealParts.bootstrapServers());
  }

  @AfterAll
  void stop() {
    service.close();
    log.close();
  }

  @Test
  @Order(1)
  void aRateAboveTheLineOpensOneAlertOfTheCountyAndOneOfTheCity() {
    log.commit(
        List.of(
            event(loan("A1", 1, GUANDU, "2024-02-03").stands("2024-03-04", "48000.00")),
            event(loan("A2", 1, YANGZONGHAI, "2024-02-03").stands("2024-03-04", "48000.00"))));
    overdue("A1", 2, GUANDU, "2024-05-06", "900.00");
    log.creditHeartbeat();
    Eventually.holds("opened", PATIENCE, () -> open(LEADER, RULE).size() == 1);
    JsonNode found = open(LEADER, RULE).getFirst();
    assertThat(found.get("county").asString()).isEqualTo(GUANDU);
    assertThat(found.get("opened").asString()).isEqualTo("2024-05-06");
    assertThat(found.get("severity").asString()).isEqualTo("WARNING");
    assertThat(found.get("value").asString()).isEqualTo("1.88");
    assertThat(found.get("why").asString()).isEqualTo("小额信贷逾期率 1.88%，高于 1%");
    alert = found.get("id").asLong();
  }

  @Test
  @Order(2)
  void theAlertIsSeenAssignedAndMutedByThoseItConcerns() {
    assertThat(act(AUDITOR, "acknowledge", "{}").statusCode()).isEqualTo(403);
    assertThat(act(CLERK, "acknowledge", "{\"note\":\"已联系银行\"}").statusCode()).isEqualTo(200);
    assertThat(act(CLERK, "assign", "{\"to\":\"官渡区农业农村局\"}").statusCode()).isEqualTo(403);
    assertThat(act(LEADER, "assign", "{\"to\":\"官渡区农业农村局\"}").statusCode()).isEqualTo(200);
    assertThat(act(LEADER, "mute", "{\"until\":\"2025-06-10\",\"note\":\"x\"}").statusCode())
        .isEqualTo(400);
    assertThat(act(LEADER, "mute", "{\"until\":\"2024-06-30\",\"note\":\"正在展期\"}").statusCode())
        .isEqualTo(200);
    JsonNode page = service.getJson("/api/reporting/alerts/" + alert, LEADER);
    assertThat(page.get("alert").get("acknowledgedBy").asString()).isNotEmpty();
    assertThat(page.get("alert").get("mutedUntil").asString()).isEqualTo("2024-06-30");
    assertThat(page.get("actions")).hasSize(3);
    assertThat(page.get("points")).hasSize(162);
    assertThat(page.get("points").get(161).get("line").asInt()).isEqualTo(1);
  }

  @Test
  @Order(3)
  void anotherCountysClerkDoesNotSeeIt() {
    String stranger = TestTokens.shared().token("CREDIT_CLERK", YANGZONGHAI);
    assertThat(open(stranger, RULE)).isEmpty();
    assertThat(service.get("/api/reporting/alerts/" + alert, stranger).statusCode()).isEqualTo(404);
    assertThat(service.send("POST", path("acknowledge"), stranger, "{}").statusCode())
        .isEqualTo(404);
    assertThat(service.get("/api/reporting/alerts?county=" + GUANDU, stranger).statusCode())
        .isEqualTo(403);
    assertThat(open(CLERK, RULE)).hasSize(1);
  }

  @Test
  @Order(4)
  void aLateRecordMovesItsOpeningAndWhatPeopleDidStays() {
    overdue("A1", 3, GUANDU, "2024-04-08", "900.00");
    Eventually.holds(
        "moved",
        PATIENCE,
        () -> open(LEADER, RULE).getFirst().get("opened").asString().equals("2024-04-08"));
    JsonNode moved = open(LEADER, RULE).getFirst();
    assertThat(moved.get("id").asLong()).isEqualTo(alert);
    assertThat(moved.get("assignedTo").asString()).isEqualTo("官渡区农业农村局");
  }

  @Test
  @Order(5)
  void aRestartOpensNothingTwice() {
    JsonNode before = service.getJson("/api/reporting/alerts?state=ALL", LEADER);
    service.close();
    service = RunningService.start(settings);
    log.creditHeartbeat();
    overdue("A2", 2, YANGZONGHAI, "2024-06-03", "4000.00");
    Eventually.holds("both", PATIENCE, () -> open(LEADER, RULE).size() >= 2);
    JsonNode after = service.getJson("/api/reporting/alerts?state=ALL", LEADER);
    for (JsonNode each : before.get("alerts")) {
      assertThat(ids(after)).contains(each.get("id").asLong());
    }
    assertThat(open(LEADER, RULE).stream().map(each -> each.get("county").asString()))
        .containsExactlyInAnyOrder("530100", GUANDU, YANGZONGHAI);
  }

  @Test
  @Order(6)
  void aRuleIsTriedOnThePastAndRefusedWithTheResultWhereItFiresForAll() {
    String rule = rule("probe", 1, "credit.overdue_rate", "1000").replace("ABOVE", "BELOW");
    HttpResponse<String> refused = service.send("POST", "/api/reporting/rules", LEADER, rule);
    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode problem = JsonMapper.shared().readTree(refused.body());
    assertThat(problem.get("code").asString()).isEqualTo("RULE_FIRES_EVERYWHERE");
    assertThat(problem.get("backTest").get("openToday").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(send("POST", "", rule("probe", 1, "credit.moon", "5")).get("field").asString())
        .isEqualTo("condition.figure");
    JsonNode zero = send("POST", "", rule("probe", 1, "credit.overdue / calls.made", "5"));
    assertThat(zero.get("code").asString()).isEqualTo("RULE_DIVIDES_BY_ZERO");
    JsonNode tried = send("POST", "/back-test", rule("probe", 1, "credit.overdue_rate", "5"));
    assertThat(tried.get("openToday").asInt()).isEqualTo(1);
    assertThat(service.send("POST", "/api/reporting/rules", AUDITOR, rule).statusCode())
        .isEqualTo(403);
  }

  @Test
  @Order(7)
  void aChangedRuleIsEvaluatedAtOnceAndOldVersionsStay() {
    JsonNode saved = send("PUT", "/" + RULE, rule(RULE, 1, "credit.overdue_rate", "6"));
    assertThat(saved.get("rule").get("version").asInt()).isEqualTo(2);
    Eventually.holds("by the new line", PATIENCE, () -> open(LEADER, RULE).size() == 1);
    assertThat(open(LEADER, RULE).getFirst().get("county").asString()).isEqualTo(YANGZONGHAI);
    assertThat(send("PUT", "/" + RULE, rule(RULE, 1, "credit.overdue_rate", "6")).get("code"))
        .hasToString("\"RULE_CHANGED\"");
    assertThat(service.getJson("/api/reporting/rules/" + RULE, LEADER)).hasSize(2);
    JsonNode withdrawn =
        service.getJson("/api/reporting/alerts/" + alert, LEADER).get("alert").get("state");
    assertThat(withdrawn.asString()).isEqualTo("WITHDRAWN");
  }

  private void overdue(String number, long version, String county, String day, String yuan) {
    log.commit(
        List.of(
            event(
                loan(number, version, county, "2024-02-03")
                    .stands("2024-03-04", "48000.00")
                    .stands(day, "48000.00", yuan, "OVERDUE"))));
  }

  private static ProducerRecord<String, String> event(CreditEvents.LoanEvent loan) {
    return EventLog.event(EventLog.LOANS, loan.id(), loan.json());
  }

  private static String rule(String code, int version, String figure, String line) {
    return """
    {"code":"%s","version":%d,"name":"试用","nameEn":"Tried","severity":"WARNING","condition":
    {"kind":"THRESHOLD","figure":"%s","side":"ABOVE","line":%s}}"""
        .formatted(code, version, figure, line);
  }

  private JsonNode send(String method, String path, String body) {
    return JsonMapper.shared()
        .readTree(service.send(method, "/api/reporting/rules" + path, LEADER, body).body());
  }

  private HttpResponse<String> act(String token, String action, String body) {
    return service.send("POST", path(action), token, body);
  }

  private String path(String action) {
    return "/api/reporting/alerts/" + alert + "/" + action;
  }

  private List<JsonNode> open(String token, String rule) {
    List<JsonNode> open = new ArrayList<>();
    service
        .getJson("/api/reporting/alerts?state=OPEN&rule=" + rule, token)
        .get("alerts")
        .forEach(open::add);
    return open;
  }

  private static List<Long> ids(JsonNode list) {
    List<Long> ids = new ArrayList<>();
    list.get("alerts").forEach(each -> ids.add(each.get("id").asLong()));
    return ids;
  }
}
