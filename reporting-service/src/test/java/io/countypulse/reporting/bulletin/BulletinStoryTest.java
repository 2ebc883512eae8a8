package io.countypulse.reporting.bulletin;

import static io.countypulse.reporting.Events.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countypulse.reporting.EventLog;
import io.countypulse.reporting.RunningService;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bulletin from the draft to its correction, as editor, issuer and reader meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BulletinStoryTest {

  private static final String CITY = "530100";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String EDITOR = TestTokens.shared().token("BULLETIN_EDITOR", CITY);
  private static final String ISSUER = TestTokens.shared().token("BULLETIN_ISSUER", CITY);
  private static final String CLERK = TestTokens.shared().token("EMPLOYMENT_CLERK", "530102");
  private static final String BULLETINS = "/api/reporting/bulletins";

  private final HttpClient http = HttpClient.newHttpClient();
  private RunningService service;
  private EventLog log;
  private String draft = "";

  @BeforeAll
  void start() {
    Map<String, String> settings = RunningService.newSettingsAndLog();
    service = RunningService.start(settings);
    log = EventLog.of(settings);
    log.target("530102", 2024, 1, "2024-01-01", "4");
    log.target("530103", 2024, 1, "2024-01-01", "2");
    log.write(
        worker("P1", 1, "530102").works("2024-01-05"),
        worker("P2", 1, "530102").works("2024-02-05"),
        worker("P3", 1, "530103").works("2024-02-05"),
        worker("P4", 1, "530103").works("2024-02-05"));
    awaitWorking("4");
  }

  @AfterAll
  void stop() {
    service.close();
    log.close();
  }

  @Test
  @Order(1)
  void aDayHasOneBulletinHoweverOftenItIsAskedFor() {
    HttpResponse<String> first = post(BULLETINS, EDITOR, "{\"asOf\":\"2024-06-10\"}");
    assertThat(first.statusCode()).isEqualTo(201);
    draft = first.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> again = post(BULLETINS, EDITOR, "{\"asOf\":\"2024-06-10\"}");
    assertThat(again.headers().firstValue("Location")).contains(draft);
    assertThat(html(EDITOR)).contains("50.00").contains("县（市）区");
    assertThat(post(BULLETINS, EDITOR, "{\"asOf\":\"2024-06-11\"}").statusCode()).isEqualTo(400);
    assertThat(post(BULLETINS, CLERK, "{\"asOf\":\"2024-06-09\"}").statusCode()).isEqualTo(403);
  }

  @Test
  @Order(2)
  void theSameDraftTwiceIsTheSameBytes() {
    for (Format format : Format.values()) {
      assertThat(file(format)).as(format.name()).isEqualTo(file(format));
    }
  }

  @Test
  @Order(3)
  void theOfficeWritesItsOwnWordsAndNoFigureThatDoesNotExist() {
    JsonNode view = get(draft, EDITOR);
    String text = view.get("text").toString();
    String wrong = text.replaceFirst("\\{employment.working\\|万}", "{employment.luck}");
    HttpResponse<String> refused = put(draft, EDITOR, wrong, "\"1\"");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(refused.body()).get("field").asString())
        .isEqualTo("sections.employment.text");
    String own = text.replaceFirst("\"own\":\"\"", "\"own\":\"本段由办公室撰写。\"");
    assertThat(post(draft + "/preview", EDITOR, own).body()).contains("本段由办公室撰写。");
    assertThat(html(EDITOR)).doesNotContain("本段由办公室撰写。");
    assertThat(put(draft, EDITOR, own, "\"1\"").statusCode()).isEqualTo(200);
    assertThat(put(draft, EDITOR, own, "\"1\"").statusCode()).isEqualTo(412);
    assertThat(html(EDITOR)).contains("本段由办公室撰写。");
    assertThat(service.get(draft, CLERK).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void itIsReviewedAndIssuedByAnotherPerson() {
    assertThat(post(draft + "/issue", ISSUER, "").statusCode()).isEqualTo(409);
    assertThat(post(draft + "/review", EDITOR, "").statusCode()).isEqualTo(200);
    assertThat(post(draft + "/issue", EDITOR, "").statusCode()).isEqualTo(403);
    String sameName = TestTokens.shared().tokenOf("bulletin_editor", "BULLETIN_ISSUER", CITY);
    assertThat(code(post(draft + "/issue", sameName, ""))).isEqualTo("ISSUED_BY_ANOTHER");
    HttpResponse<String> done = post(draft + "/issue", ISSUER, "");
    assertThat(done.statusCode()).isEqualTo(200);
    JsonNode issued = JSON.readTree(done.body());
    assertThat(issued.get("number").asString()).isEqualTo("通报〔2024〕1号");
    assertThat(issued.get("seal").asString()).hasSize(64);
    assertThat(html(CLERK)).contains("通报〔2024〕1号");
    assertThat(code(put(draft, EDITOR, issued.get("text").toString(), "\"4\"")))
        .isEqualTo("BULLETIN_ISSUED");
  }

  @Test
  @Order(5)
  void whatIsIssuedNeverChangesNotEvenInTheDatabase() {
    JdbcClient database = service.part(JdbcClient.class);
    for (String change :
        new String[] {
          "update bulletin set content = '{}'",
          "update bulletin_file set bytes = ''::bytea",
          "delete from bulletin_file"
        }) {
      assertThatThrownBy(() -> database.sql(change).update())
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  @Order(6)
  void lateDataStandRestatedBesideThePublishedAndCanBeIssuedAsACorrection() {
    String before = file(Format.HTML);
    log.write(worker("P5", 1, "530102").works("2024-03-05"));
    awaitWorking("5");
    assertThat(file(Format.HTML)).isEqualTo(before);
    JsonNode view = get(draft, CLERK);
    assertThat(view.get("restated").toString())
        .contains("\"indicator\":\"employment.completion_rate\"")
        .contains("\"published\":\"50.00\"")
        .contains("\"restated\":\"75.00\"");
    HttpResponse<String> correction = post(draft + "/correction", EDITOR, "");
    assertThat(correction.statusCode()).isEqualTo(201);
    draft = correction.headers().firstValue("Location").orElseThrow();
    assertThat(html(EDITOR)).contains("（更正）").contains("更正对照").contains("75.00");
    post(draft + "/review", EDITOR, "");
    JsonNode second = JSON.readTree(post(draft + "/issue", ISSUER, "").body());
    assertThat(second.get("number").asString()).isEqualTo("通报〔2024〕2号");
  }

  @Test
  @Order(7)
  void theRankingOfAMonthListsWhoIsCalledIn() {
    JsonNode ranking = service.getJson("/api/reporting/rankings?month=2024-06", EDITOR);
    JsonNode employment = ranking.get("programmes").get(0);
    assertThat(employment.get("programme").asString()).isEqualTo("EMPLOYMENT");
    assertThat(employment.get("rows").get(0).get("county").asString()).isEqualTo("530103");
    JsonNode last = employment.get("rows").get(1);
    assertThat(last.get("value").asString()).isEqualTo("75.00");
    assertThat(last.get("interview").asBoolean()).isTrue();
    assertThat(last.get("twice").asBoolean()).isTrue();
    assertThat(service.get("/api/reporting/rankings?month=2024-13", EDITOR).statusCode())
        .isEqualTo(400);
    assertThat(service.getJson("/api/reporting/rankings", CLERK).toString())
        .doesNotContain("530103");
  }

  @Test
  @Order(8)
  void aFinishedTableIsCheckedAndNothingOfItIsKept() {
    JsonNode answer =
        JSON.readTree(upload("县区,目标,已务工,完成率\n五华区,30,30,100\n盘龙区,1500,1593,108.53\n").body());
    JsonNode finding = answer.get("findings").get(0);
    assertThat(answer.get("findings")).hasSize(1);
    assertThat(finding.get("class").asString()).isEqualTo("WRONG");
    assertThat(finding.get("row").asString()).isEqualTo("盘龙区");
    assertThat(finding.get("printed").asString()).isEqualTo("108.53");
    assertThat(finding.get("computed").asString()).isEqualTo("106.20");
    assertThat(upload("").statusCode()).isEqualTo(422);
    assertThat(code(upload("没有表格"))).isEqualTo("NO_TABLE");
  }

  private void awaitWorking(String count) {
    Eventually.holds(
        count + " in work",
        PATIENCE,
        () ->
            service
                .getJson(
                    "/api/reporting/figures?county=530100&indicator=employment.working", EDITOR)
                .get("figures")
                .get(0)
                .get("value")
                .asString("")
                .equals(count));
  }

  private String html(String token) {
    return service.get(draft + "?format=html", token).body();
  }

  private String file(Format format) {
    HttpRequest request = to(draft + "?format=" + format.ending(), EDITOR).GET().build();
    return new String(
        send(request, BodyHandlers.ofByteArray()).body(), StandardCharsets.ISO_8859_1);
  }

  private JsonNode get(String path, String token) {
    return service.getJson(path, token);
  }

  private HttpResponse<String> post(String path, String token, String body) {
    return send(
        to(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> put(String path, String token, String body, String version) {
    return send(
        to(path, token)
            .header("Content-Type", "application/json")
            .header("If-Match", version)
            .PUT(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> upload(String csv) {
    String body =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\n\r\n"
            + csv
            + "\r\n--cut--\r\n";
    return send(
        to("/api/reporting/bulletin-checks", CLERK)
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String code(HttpResponse<String> response) {
    return JSON.readTree(response.body()).get("code").asString();
  }

  private HttpRequest.Builder to(String path, String token) {
    String port = service.part(Environment.class).getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }
}
