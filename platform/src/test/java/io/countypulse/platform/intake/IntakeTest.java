package io.countypulse.platform.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** FAULTS A1–A4, A7, A9, A15 and who may do what, from the upload to the reject file. */
@SpringBootTest(
    classes = IntakeApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class IntakeTest {

  private static final String HEADER = "县（市）区,人编号,姓名,开始日期,月工资\n";
  private static final String CITY = "530100";
  private static final String PANLONG = "530103";

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired ScopedTransactions transactions;
  @Autowired PeopleFile people;
  @Autowired ImportQueue queue;
  @Autowired MeterRegistry meters;

  private Desk lead;
  private Desk clerk;

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) throws IOException {
    Path city = Files.createTempDirectory("city");
    Files.writeString(
        city.resolve("units.csv"),
        """
        code,name,full_name,kind,parent,aliases
        530100,昆明市,昆明市,city,,
        530102,五华区,五华区,district,530100,
        530103,盘龙区,盘龙区,district,530100,
        """);
    RealParts.properties(RealParts.database("intake"))
        .forEach((name, value) -> registry.add(name, () -> value));
    TestTokens.shared().properties().forEach((name, value) -> registry.add(name, () -> value));
    registry.add("pulse.city.directory", city::toString);
    registry.add("pulse.city.today", () -> "2024-06-10");
    registry.add("pulse.intake.path", () -> "/api/test/imports");
    registry.add("pulse.intake.largest-file", () -> "3MB");
    registry.add("pulse.intake.pause", () -> "50ms");
    registry.add(
        "spring.flyway.locations",
        () -> "classpath:db/platform/audit,classpath:db/platform/intake,classpath:db/test");
  }

  @BeforeEach
  void sitDown() {
    lead = new Desk(port, "EMPLOYMENT_LEAD", CITY);
    clerk = new Desk(port, "EMPLOYMENT_CLERK", PANLONG);
    people.atLine = line -> {};
    Awaitility.await()
        .until(
            () ->
                count("select count(*) from import_job where status in ('QUEUED', 'RUNNING')")
                    == 0);
    inCity(() -> database.sql("delete from person").update());
    inCity(() -> database.sql("delete from person_event").update());
  }

  @AfterEach
  void letGo() {
    people.atLine = line -> {};
  }

  @Test
  void goodRowsGoInAndBadOnesComeBackWithTheirReasons() {
    JsonNode answer =
        lead.imported(
            HEADER
                + "盘龙区,P1,李四,2024-06-01,3500\n"
                + "五华区,P2,王五,2024-02-30,-1\n"
                + "盘龙区,P1,李四,2024-06-01,3500\n"
                + "某某县,P3,赵六,2024-06-01,\n"
                + "盘龙区,不适用,,,\n"
                + "盘龙区,P4,钱七\n"
                + "合计,,,,3500\n");

    assertThat(answer.get("status").asString()).isEqualTo("COMPLETED");
    assertThat(answer.get("rows").toString())
        .isEqualTo("{\"total\":7,\"applied\":2,\"unchanged\":0,\"skipped\":2,\"rejected\":3}");
    assertThat(answer.get("flags").toString())
        .isEqualTo("{\"NO_WAGE\":1,\"NOT_OURS\":1,\"TOTAL_ROW\":1}");
    assertThat(answer.get("changes").findValuesAsString("county"))
        .containsExactly("530103", "UNKNOWN");
    assertThat(answer.get("changes").findValuesAsString("added")).containsExactly("1", "1");
    assertThat(answer.get("rejectReasons").findValuesAsString("code"))
        .containsExactlyInAnyOrder("DATE_IMPOSSIBLE", "NUMBER_NEGATIVE", "REPEATED", "RAGGED_ROW");
    assertThat(answer.get("progress").toString()).isEqualTo("{\"phase\":\"DONE\",\"rowsRead\":7}");
    assertThat(stored()).containsExactly("P1 530103 李四", "P3 UNKNOWN 赵六");
  }

  @Test
  void theSameFileAgainChangesNothingAndPublishesNothing() {
    String file = HEADER + "盘龙区,A1,李四,2024-06-01,3500\n五华区,A2,王五,2024-02-30,\n";
    lead.imported(file);
    int events = events();

    JsonNode again = lead.imported(file);

    assertThat(again.get("message").asString()).contains("0 条变更").contains("already imported");
    assertThat(again.get("rows").toString())
        .isEqualTo("{\"total\":2,\"applied\":0,\"unchanged\":1,\"skipped\":0,\"rejected\":1}");
    assertThat(events()).isEqualTo(events);
    assertThat(rejects(lead, again)).contains("A2").contains("原因");
  }

  @Test
  void aFileThatAnotherHasOvertakenIsComparedAnew() {
    String a = HEADER + "盘龙区,B1,李四,2024-06-01,3500\n";
    String b = HEADER + "盘龙区,B1,李四,2024-06-01,9999\n";

    assertThat(applied(lead.imported(a))).isEqualTo(1);
    assertThat(applied(lead.imported(b))).isEqualTo(1);
    assertThat(applied(lead.imported(a))).isEqualTo(1);
    assertThat(applied(lead.imported(a))).isZero();
  }

  @Test
  void overlappingRowsAreUnchanged() {
    lead.imported(HEADER + people("O", 0, 100));

    JsonNode answer = lead.imported(HEADER + people("O", 20, 120));

    assertThat(answer.get("rows").toString())
        .isEqualTo("{\"total\":100,\"applied\":20,\"unchanged\":80,\"skipped\":0,\"rejected\":0}");
  }

  @Test
  void whileAFileIsAtWorkTheSameFileIsRefusedNamingIt() throws InterruptedException {
    var go = new CountDownLatch(1);
    people.atLine = line -> await(go);
    byte[] file = (HEADER + people("W", 0, 3)).getBytes(UTF_8);
    String first = id(lead.upload("?kind=people", "a.csv", file));

    HttpResponse<byte[]> second = lead.upload("?kind=people", "b.csv", file);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(Desk.json(second).get("importId").asString()).isEqualTo(first);
    assertThat(lead.upload("?kind=people&dryRun=true", "b.csv", file).statusCode()).isEqualTo(202);
    go.countDown();
    assertThat(applied(lead.finished(first))).isEqualTo(3);
  }

  @Test
  void ofTwoClientsWithTheSameFileAtOnceExactlyOneWins() {
    byte[] file = (HEADER + people("T", 0, 20_000)).getBytes(UTF_8);
    List<CompletableFuture<Integer>> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> lead.upload("?kind=people", "t.csv", file).statusCode()))
            .limit(2)
            .toList();

    assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(202, 409);
  }

  @Test
  void aFileCutOffIsRefusedAndNothingOfItGoesIn() {
    JsonNode answer = lead.imported(HEADER + people("C", 0, 50_000) + "盘龙区,C99999,李");

    assertThat(answer.get("status").asString()).isEqualTo("REFUSED");
    assertThat(answer.get("message").asString()).contains("不完整");
    assertThat(answer.get("rows").get("total").asInt()).isZero();
    assertThat(stored()).isEmpty();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothingBehind() throws IOException {
    byte[] body = Desk.multipart("x.csv", (HEADER + people("X", 0, 1000)).getBytes(UTF_8));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/test/imports?kind=people HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + lead.token()
                      + "\r\nContent-Type: multipart/form-data; boundary="
                      + Desk.boundary()
                      + "\r\nContent-Length: "
                      + body.length
                      + "\r\n\r\n")
                  .getBytes(UTF_8));
      socket.getOutputStream().write(body, 0, body.length / 2);
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400");
    }

    assertThat(count("select count(*) from import_job where status = 'RECEIVING'")).isZero();
  }

  @Test
  void anImportWhoseDatabaseSessionIsKilledInMidCopyIsDoneOnceAllTheSame() throws SQLException {
    var killed = new AtomicBoolean();
    people.atLine =
        line -> {
          if (line == 15_000 && killed.compareAndSet(false, true)) {
            killTheSessionThatCopies();
          }
        };

    JsonNode answer = lead.imported(HEADER + people("K", 0, 30_000));

    assertThat(killed).isTrue();
    assertThat(answer.get("status").asString()).isEqualTo("COMPLETED");
    assertThat(applied(answer)).isEqualTo(30_000);
    assertThat(events()).isEqualTo(30_000);
    assertThat(
            count(
                "select attempts from import_job where id = '" + answer.get("id").asString() + "'"))
        .isEqualTo(2);
  }

  @Test
  void anImportWhoseServiceDiedIsTakenUpAgain() {
    queue.stop();
    String id =
        id(lead.upload("?kind=people", "d.csv", (HEADER + people("D", 0, 10)).getBytes(UTF_8)));
    inCity(
        () ->
            database
                .sql("update import_job set status = 'RUNNING', attempts = 1 where id = ?::uuid")
                .param(id)
                .update());

    queue.start();

    assertThat(applied(lead.finished(id))).isEqualTo(10);
  }

  @Test
  void stoppingInMidImportLosesNothing() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    people.atLine =
        line -> {
          begun.countDown();
          await(never);
        };
    String id =
        id(lead.upload("?kind=people", "s.csv", (HEADER + people("S", 0, 10)).getBytes(UTF_8)));
    begun.await();
    queue.stop();
    assertThat(stored()).isEmpty();

    people.atLine = line -> {};
    queue.start();

    assertThat(applied(lead.finished(id))).isEqualTo(10);
  }

  @Test
  void aKindThatFailsFailsTheImportAndTheQueueGoesOn() {
    people.atLine =
        line -> {
          throw new IllegalStateException("a bug");
        };
    JsonNode failed = lead.imported(HEADER + people("F", 0, 10));
    people.atLine = line -> {};

    assertThat(failed.get("status").asString()).isEqualTo("FAILED");
    assertThat(applied(lead.imported(HEADER + people("G", 0, 10)))).isEqualTo(10);
  }

  @Test
  void aDryRunSaysEverythingAndChangesNothing() {
    byte[] file = (HEADER + people("Y", 0, 5) + "盘龙区,Y9,李四,2025-01-01,1\n").getBytes(UTF_8);
    int events = events();

    JsonNode dry = lead.imported("?kind=people&dryRun=true", "y.csv", file);

    assertThat(dry.get("dryRun").asBoolean()).isTrue();
    assertThat(dry.get("rows").toString())
        .isEqualTo("{\"total\":6,\"applied\":5,\"unchanged\":0,\"skipped\":0,\"rejected\":1}");
    assertThat(dry.get("changes").toString()).contains("\"added\":5");
    assertThat(rejects(lead, dry)).contains("Y9").contains("晚于业务日期");
    assertThat(stored()).isEmpty();
    assertThat(events()).isEqualTo(events);
    assertThat(applied(lead.imported("?kind=people", "y.csv", file))).isEqualTo(5);
  }

  @Test
  void aCorrectedRejectFileGoesInWhole() {
    JsonNode first =
        lead.imported(
            """
            备注,县（市）区,人编号,姓名,开始日期,月工资
            =1+1,盘龙区,R1,"-李,""四""
            二",2024-06-31,3500
            好,盘龙区,R2,王五,2024-06-01,1.2e3
            ,盘龙区,R3,赵六,2024-06-01,5
            """);
    String back = rejects(lead, first);
    assertThat(back).startsWith("\ufeff备注,县（市）区,人编号,姓名,开始日期,月工资,原因\r\n");
    assertThat(back).contains("'=1+1").contains("\"'-李,\"\"四\"\"\n二\"").doesNotContain("R3");

    JsonNode second =
        lead.imported(back.replace("2024-06-31", "2024-05-31").replace("1.2e3", "1200"));

    assertThat(second.get("rows").toString())
        .isEqualTo("{\"total\":2,\"applied\":2,\"unchanged\":0,\"skipped\":0,\"rejected\":0}");
    assertThat(stored()).contains("R1 530103 -李,\"四\" 二");
  }

  @Test
  void aWorkbookComesBackAsAWorkbook() throws IOException {
    byte[] file =
        Workbooks.of(
            List.of(
                List.of("县（市）区", "人编号", "姓名", "开始日期", "月工资"),
                List.of("盘龙区", "X1", "李四", "2024-06-31", "1"),
                List.of("盘龙区", "X2", "王五", "2024-06-01", "2")));
    JsonNode first = lead.imported("?kind=people", "表.xlsx", file);
    HttpResponse<byte[]> back = lead.get("/" + first.get("id").asString() + "/rejects");
    assertThat(back.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");

    byte[] corrected = Workbooks.replaced(back.body(), "2024-06-31", "2024-05-31");
    JsonNode second = lead.imported("?kind=people", "退回.xlsx", corrected);

    assertThat(applied(second)).isEqualTo(1);
    assertThat(stored()).containsExactly("X1 530103 李四", "X2 530103 王五");
  }

  @Test
  void gb18030ComesInAsItIsMeant() {
    byte[] file =
        (HEADER + "盘龙区,GB1,㐂龘,2024年6月1日,\"1,000.50\"\n").getBytes(Charset.forName("GB18030"));

    lead.imported("?kind=people", "gb.csv", file);

    assertThat(stored()).containsExactly("GB1 530103 㐂龘");
  }

  @Test
  void aClerkChangesAndSeesOnlyTheOwnCounty() {
    JsonNode own = clerk.imported(HEADER + "盘龙区,CL1,李四,2024-06-01,1\n五华区,CL2,王五,2024-06-01,1\n");
    JsonNode whole = lead.imported(HEADER + "五华区,CL3,赵六,2024-06-01,1\n");
    Desk other = new Desk(port, "EMPLOYMENT_CLERK", "530102");

    assertThat(applied(own)).isEqualTo(1);
    assertThat(own.get("rejectReasons").findValuesAsString("code"))
        .containsExactly("COUNTY_NOT_YOURS");
    assertThat(other.get("/" + own.get("id").asString()).statusCode()).isEqualTo(404);
    assertThat(clerk.get("/" + whole.get("id").asString()).statusCode()).isEqualTo(404);
    assertThat(lead.get("/" + own.get("id").asString()).statusCode()).isEqualTo(200);
    assertThat(Desk.json(other.get("")).get("items")).isEmpty();
    assertThat(Desk.json(lead.get("?kind=people&limit=2")).get("items").findValuesAsString("id"))
        .containsExactly(whole.get("id").asString(), own.get("id").asString());
  }

  @Test
  void anAuditorSeesImportsButNeitherRejectsNorTemplates() {
    JsonNode done = lead.imported(HEADER + "盘龙区,AU1,李四,2024-06-31,1\n");
    Desk auditor = new Desk(port, "AUDITOR", CITY);

    assertThat(auditor.get("/" + done.get("id").asString()).statusCode()).isEqualTo(200);
    assertThat(auditor.get("/" + done.get("id").asString() + "/rejects").statusCode())
        .isEqualTo(403);
  }

  @Test
  void wrongRequestsAreAnsweredWithTheirRemedy() {
    byte[] file = (HEADER + people("Q", 0, 1)).getBytes(UTF_8);

    assertProblem(lead.upload("?kind=horses", "a.csv", file), 422, "UNKNOWN_KIND", "people");
    assertProblem(
        lead.upload("?kind=people&asOf=2024-06-11", "a.csv", file),
        422,
        "AS_OF_IN_THE_FUTURE",
        "2024-06-10");
    assertProblem(
        lead.upload("?kind=people&asOf=yesterday", "a.csv", file), 422, "WRONG_OPTION", "asOf");
    assertProblem(
        lead.upload("?kind=people&countyChange=no", "a.csv", file), 422, "WRONG_OPTION", "move");
    assertProblem(
        new Desk(port, "LEADER", CITY).upload("?kind=people", "a.csv", file),
        403,
        "NOT_ALLOWED",
        "");
    assertProblem(
        lead.upload("?kind=people", "a.csv", new byte[(3 << 20) + 1]), 413, "FILE_TOO_LARGE", "");
    assertProblem(lead.get("/00000000-0000-0000-0000-000000000000"), 404, "NOT_FOUND", "");
    assertThat(count("select count(*) from import_job where status = 'RECEIVING'")).isZero();
  }

  @Test
  void theTemplateIsAFileOfTheKind() {
    HttpResponse<byte[]> template = lead.get("/template?kind=people");

    JsonNode answer = lead.imported("?kind=people", "模板.xlsx", template.body());

    assertThat(answer.get("status").asString()).isEqualTo("COMPLETED");
    assertThat(answer.get("rows").get("total").asInt()).isZero();
  }

  @Test
  void everyImportIsAuditedOnceAndMeasured() {
    double before = rowsMeasured();
    JsonNode done = lead.imported(HEADER + people("M", 0, 7));

    assertThat(
            count(
                "select count(*) from audit_entry where subject = 'import:"
                    + done.get("id").asString()
                    + "'"))
        .isEqualTo(1);
    assertThat(rowsMeasured() - before).isEqualTo(7);
  }

  @Test
  void namesStandNeitherInTheStoredBytesNorInTheRejectsNorInTheLog(CapturedOutput log) {
    lead.imported(HEADER + "盘龙区,Z1,欧阳锋锋,2024-06-31,1\n盘龙区,Z2,\"欧阳锋锋,2024-06-01\n");

    assertThat(
            count(
                "select count(*) from import_chunk where position(convert_to('欧阳锋锋', 'UTF8') in bytes) > 0"))
        .isZero();
    assertThat(count("select count(*) from import_reject r where r::text like '%欧阳锋锋%'")).isZero();
    assertThat(log.getAll()).doesNotContain("欧阳锋锋");
  }

  private void killTheSessionThatCopies() {
    try (Connection admin = DriverManager.getConnection(RealParts.adminUrl());
        Statement statement = admin.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'copy staged_person%'");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void assertProblem(
      HttpResponse<byte[]> answer, int status, String code, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Desk.json(answer).get("code").asString()).isEqualTo(code);
    assertThat(Desk.json(answer).get("detail").asString()).contains(detail);
  }

  private static String rejects(Desk desk, JsonNode answer) {
    return new String(desk.get("/" + answer.get("id").asString() + "/rejects").body(), UTF_8);
  }

  private static String people(String prefix, int from, int to) {
    var rows = new StringBuilder();
    IntStream.range(from, to)
        .forEach(
            number ->
                rows.append("盘龙区,").append(prefix).append(number).append(",李四,2024-06-01,3500\n"));
    return rows.toString();
  }

  private static int applied(JsonNode answer) {
    return answer.get("rows").get("applied").asInt();
  }

  private static String id(HttpResponse<byte[]> answer) {
    return Desk.json(answer).get("id").asString();
  }

  private List<String> stored() {
    return transactions.read(
        CountyScope.city(),
        () ->
            database
                .sql("select code || ' ' || county || ' ' || name from person order by code")
                .query(String.class)
                .list());
  }

  private int events() {
    return count("select count(*) from person_event");
  }

  private int count(String sql) {
    return transactions.read(
        CountyScope.city(), () -> database.sql(sql).query(Integer.class).single());
  }

  private double rowsMeasured() {
    return meters.counter("pulse.import.rows", "kind", "people", "outcome", "applied").count();
  }

  private void inCity(Runnable work) {
    transactions.write(CountyScope.city(), work);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
