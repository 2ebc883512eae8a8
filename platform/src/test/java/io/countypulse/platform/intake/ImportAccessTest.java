package io.countypulse.platform.intake;

import static io.countypulse.platform.intake.Office.CITY;
import static io.countypulse.platform.intake.Office.HEADER;
import static io.countypulse.platform.intake.Office.WUHUA;
import static io.countypulse.platform.intake.Office.applied;
import static io.countypulse.platform.intake.Office.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Who may hand in and see what, and what is written down about it. */
@IntakeService
@ExtendWith(OutputCaptureExtension.class)
class ImportAccessTest {

  @Autowired Office office;
  @Autowired MeterRegistry meters;

  private Desk lead;
  private Desk clerk;

  @BeforeEach
  void sitDown() {
    office.open();
    lead = office.lead();
    clerk = office.clerk();
  }

  @Test
  void aClerkChangesAndSeesOnlyTheOwnCounty() {
    JsonNode own = clerk.imported(HEADER + "盘龙区,CL1,李四,2024-06-01,1\n五华区,CL2,王五,2024-06-01,1\n");
    JsonNode whole = lead.imported(HEADER + "五华区,CL3,赵六,2024-06-01,1\n");
    Desk other = office.desk("EMPLOYMENT_CLERK", WUHUA);

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
    Desk auditor = office.desk("AUDITOR", CITY);

    assertThat(auditor.get("/" + done.get("id").asString()).statusCode()).isEqualTo(200);
    assertThat(auditor.get("/" + done.get("id").asString() + "/rejects").statusCode())
        .isEqualTo(403);
  }

  @Test
  void wrongRequestsAreAnsweredWithTheirRemedy() {
    byte[] file = (HEADER + rows("Q", 0, 1)).getBytes(UTF_8);

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
        office.desk("LEADER", CITY).upload("?kind=people", "a.csv", file), 403, "NOT_ALLOWED", "");
    assertProblem(
        lead.upload("?kind=people", "a.csv", new byte[(3 << 20) + 1]), 413, "FILE_TOO_LARGE", "");
    assertProblem(lead.get("/00000000-0000-0000-0000-000000000000"), 404, "NOT_FOUND", "");
    assertThat(office.count("select count(*) from import_job where status = 'RECEIVING'")).isZero();
  }

  @Test
  void everyImportIsAuditedOnceAndMeasured() {
    double before = rowsMeasured();
    JsonNode done = lead.imported(HEADER + rows("M", 0, 7));

    assertThat(
            office.count(
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
            office.count(
                "select count(*) from import_chunk where position(convert_to('欧阳锋锋', 'UTF8') in bytes) > 0"))
        .isZero();
    assertThat(office.count("select count(*) from import_reject r where r::text like '%欧阳锋锋%'"))
        .isZero();
    assertThat(log.getAll()).doesNotContain("欧阳锋锋");
  }

  private double rowsMeasured() {
    return meters.counter("pulse.import.rows", "kind", "people", "outcome", "applied").count();
  }

  private static void assertProblem(
      HttpResponse<byte[]> answer, int status, String code, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Desk.json(answer).get("code").asString()).isEqualTo(code);
    assertThat(Desk.json(answer).get("detail").asString()).contains(detail);
  }
}
