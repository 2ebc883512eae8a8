package io.countypulse.subsidy.notice;

import static io.countypulse.subsidy.Sheets.away;
import static io.countypulse.subsidy.Sheets.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A notice runs its days, an objection is decided, and the money goes the day after. */
class AfterTheNoticeTest {

  private static final String CASE = "TRANSPORT%7CP53010000001%7C2024";
  private static final String CLERK = Department.clerk("530113");
  private static final String OTHER =
      TestTokens.shared().tokenOf("sealer", "SUBSIDY_LEAD", "530100");

  @Test
  void aCaseIsPostedObjectedToApprovedAndPaidAsTheDaysGoBy() {
    Department before = Department.start(Map.of());
    String objection = posted(before);
    before.stop();
    Department after = before.again(Map.of("pulse.city.today", "2024-06-18"));
    try {
      assertThat(code(object(after))).isEqualTo("NOTICE_OVER");
      assertThat(code(take(after, "APPROVED", Department.lead()))).isEqualTo("OBJECTION_OPEN");
      HttpResponse<String> decided =
          after.write(
              "POST",
              "/api/subsidy/objections/" + objection + "/decide",
              "{\"upheld\":false,\"answer\":\"经核实仍在省外务工\"}",
              CLERK);
      assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
      assertThat(take(after, "APPROVED", Department.lead()).statusCode()).isEqualTo(200);
      paid(after);
      assertThat(after.figure("transport.paid", "2024-06-18")).isEqualTo("1");
      assertThat(after.read("/api/subsidy/waiting").at("/waiting").asInt()).isZero();
    } finally {
      after.stop();
    }
  }

  /** Its objection's number. */
  private static String posted(Department department) {
    department.hears(
        "employment.worker.v1", worker(1, 1, "2024-06-10", "530113", away("2024-01-05", "")));
    for (String step : new String[] {"APPLIED", "VERIFIED", "ON_NOTICE"}) {
      assertThat(take(department, step, CLERK).statusCode()).as(step).isEqualTo(200);
    }
    assertThat(code(take(department, "APPROVED", Department.lead()))).isEqualTo("NOTICE_RUNNING");
    HttpResponse<String> taken = object(department);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    return Department.json(taken).at("/id").asString();
  }

  private static void paid(Department department) {
    HttpResponse<String> made =
        department.write(
            "POST",
            "/api/subsidy/batches",
            "{\"programme\":\"TRANSPORT\",\"period\":2024}",
            Department.lead());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String batch = "/api/subsidy/batches/" + Department.json(made).at("/id").asString();
    assertThat(department.write("POST", batch + "/seal", "{}", OTHER).statusCode()).isEqualTo(200);
    String results =
        "H,%s,1\nD,1,1000.00,成功,2024-06-18,\n"
            .formatted(Department.json(made).at("/number").asString());
    HttpResponse<String> answered =
        department.send(
            department
                .request(batch + "/results", OTHER)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString(results))
                .build());
    assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
  }

  private static HttpResponse<String> take(Department department, String step, String by) {
    return department.write(
        "POST",
        "/api/subsidy/cases/" + CASE + "/steps",
        "{\"step\":\"%s\",\"noticeEnds\":\"2024-06-17\"}".formatted(step),
        by);
  }

  private static HttpResponse<String> object(Department department) {
    return department.send(
        department
            .request("/api/subsidy/notices/objections", null)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"caseId\":\"TRANSPORT|P53010000001|2024\",\"text\":\"他已回乡\"}"))
            .build());
  }

  private static String code(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    return Department.json(refused).at("/code").asString();
  }
}
