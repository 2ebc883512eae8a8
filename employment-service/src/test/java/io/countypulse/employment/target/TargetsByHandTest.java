package io.countypulse.employment.target;

import static io.countypulse.employment.Sheets.targets;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TargetsByHandTest {

  private static final String DONGCHUAN = "530113";

  private final Department department = Department.shared().reset();

  @Test
  void theFirstTargetOfAYearCountsFromTheFirstOfJanuary() {
    HttpResponse<String> answer = put("{'value':'50000'}", 0, Department.lead());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(department.figure("employment.target", DONGCHUAN, "2024-01-01")).isEqualTo(50_000);
    assertThat(department.events())
        .extracting(Event::topic)
        .containsExactly("employment.target.v1");
  }

  @Test
  void aChangeCountsFromItsDayAndLeavesWhatWasPublished() {
    put("{'value':'50000'}", 0, Department.lead());
    put("{'value':'51000','from':'2024-06-05','reason':'调增'}", 1, Department.lead());

    assertThat(department.figure("employment.target", DONGCHUAN, "2024-06-04")).isEqualTo(50_000);
    assertThat(department.figure("employment.target", DONGCHUAN, "2024-06-05")).isEqualTo(51_000);
    JsonNode newest = read("/" + DONGCHUAN + "/2024/history").at("/entries/0");
    assertThat(newest.path("by").asString()).isEqualTo("employment_lead");
    assertThat(newest.path("reason").asString()).isEqualTo("调增");
    assertThat(newest.at("/changes/0/new/0/value").asString()).isEqualTo("51000");
  }

  @Test
  void aClosedMonthKeepsItsRate() {
    put("{'value':'50000'}", 0, Department.lead());
    HttpResponse<String> answer =
        put("{'value':'51000','from':'2024-05-31'}", 1, Department.lead());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Department.json(answer).path("code").asString())
        .isEqualTo("FROM_OUTSIDE_OPEN_MONTH");
  }

  @Test
  void aTargetIsWithdrawnAndNoTargetIsNoZero() {
    department.imports("targets", targets("东川区,2024,务工人数,100,"));
    put("{'value':null,'reason':'市级统筹'}", 1, Department.lead());

    assertThat(department.cell("employment.target", DONGCHUAN, "2024-06-09").at("/value").asInt())
        .isEqualTo(100);
    assertThat(department.cell("employment.target", DONGCHUAN, "2024-06-10").at("/value").isNull())
        .isTrue();
    put("{'value':'0'}", 2, Department.lead());
    assertThat(department.cell("employment.target", DONGCHUAN, "2024-06-10").at("/value").asInt(9))
        .isZero();
  }

  @Test
  void everyCountyIsListedWithOrWithoutOne() {
    put("{'value':'50000'}", 0, Department.lead());
    JsonNode items = read("?year=2024").path("items");
    assertThat(items.size()).isGreaterThan(14);
    assertThat(
            items
                .valueStream()
                .filter(item -> item.path("version").asInt() > 0)
                .map(item -> item.path("county").asString() + item.path("value").asString()))
        .containsExactly(DONGCHUAN + "50000");
  }

  @Test
  void aPreviewTellsTheRateAndSavesNothing() {
    HttpResponse<String> answer =
        department.write(
            "PUT",
            "/api/employment/targets/530113/2024?preview=true",
            "{\"value\":\"50000\"}",
            0L,
            Department.lead());
    assertThat(answer.body()).contains("东川区 目标任务 —— → 50000");
    assertThat(department.events()).isEmpty();
  }

  @Test
  void onlyTheLeadSetsTargetsAndOnlyOnWhatIsThere() {
    assertThat(put("{'value':'1'}", 0, Department.clerk(DONGCHUAN)).statusCode()).isEqualTo(403);
    put("{'value':'50000'}", 0, Department.lead());
    assertThat(put("{'value':'1'}", 0, Department.lead()).statusCode()).isEqualTo(412);
    assertThat(
            Department.json(put("{'value':'1.5'}", 1, Department.lead())).path("field").asString())
        .isEqualTo("value");
  }

  private HttpResponse<String> put(String body, long version, String token) {
    return department.write(
        "PUT", "/api/employment/targets/530113/2024", body.replace('\'', '"'), version, token);
  }

  private JsonNode read(String path) {
    return department.read("/api/employment/targets" + path, Department.lead());
  }
}
