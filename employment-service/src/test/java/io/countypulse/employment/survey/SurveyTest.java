package io.countypulse.employment.survey;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.json;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.households;
import static io.countypulse.employment.Sheets.lines;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.Department.Import;
import io.countypulse.employment.Sheets.Row;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SurveyTest {

  private static final String HEADER = "人编号,技能,培训意愿,就业意愿,文化程度,调查日期";
  private static final Row OTHER_COUNTY = worker(2).with("县（市）区", "五华区");

  private final Department department = Department.shared().reset();

  @Test
  void aSurveyMakesClearWhatWasNot() {
    register(worker(1), spell(3, "县内", "乙厂", "2024-01-01", ""));
    department.imports(
        "households", "asOf=2024-06-01", households("东川区,H1,脱贫户,4,2023,41250,铜都街道,石羊村"), lead());
    surveys("P1,电工,否,是,初中,2024-05-20", "P3,,是,,高中,2024-05-20");
    JsonNode county = completeness("county").get(0);
    assertThat(county.at("/county").asString()).isEqualTo("530113");
    assertThat(county.at("/people").asInt()).isEqualTo(2);
    assertThat(county.at("/household").asInt()).isOne();
    assertThat(county.at("/employment").asInt()).isEqualTo(2);
    assertThat(county.at("/wishToWork").asInt()).isOne();
    assertThat(county.at("/skills").asInt()).isOne();
    assertThat(county.at("/complete").asInt()).isOne();
    assertThat(county.at("/share").asString()).isEqualTo("50.00");
    assertThat(completeness("village").get(0).at("/village").asString()).isEqualTo("石羊村");
  }

  @Test
  void aWishToWorkGoesIntoTheRegisterAndIsPublished() {
    register(worker(1));
    department.events();
    surveys("P1,,,否,,2024-05-20");
    Event event = department.events().getFirst();
    assertThat(event.json().at("/wishToWork").asBoolean(true)).isFalse();
    assertThat(event.json().at("/version").asInt()).isEqualTo(2);
    assertThat(event.json().at("/businessDate").asString()).isEqualTo("2024-05-20");
    surveys("P1,,,否,,2024-05-21");
    assertThat(department.events()).isEmpty();
  }

  @Test
  void ofSurveyAndWorkersFileTheLaterWordHolds() {
    register("2024-03-01", worker(1).with("就业意愿", "是"));
    surveys("P1,,,否,,2024-02-01");
    assertThat(wishes("work")).containsExactly("P1");
    surveys("P1,,,否,,2024-04-01");
    assertThat(wishes("work")).isEmpty();
    register("2024-03-15", worker(1).with("就业意愿", "是"));
    assertThat(wishes("work")).isEmpty();
    register("2024-05-01", worker(1).with("就业意愿", "是"));
    assertThat(wishes("work")).containsExactly("P1");
  }

  @Test
  void aWorkersFileThatSaysNothingLeavesTheSurveysWord() {
    register("2024-03-01", worker(1));
    surveys("P1,,,是,,2024-02-01");
    register("2024-05-01", worker(1).with("劳动能力", "弱劳动力"));
    assertThat(wishes("work")).containsExactly("P1");
  }

  @Test
  void listsHoldThoseWhoseWishIsNotMet() {
    register(worker(1), worker(2), spell(3, "省外", "甲公司", "2024-02-01", ""));
    surveys("P1,,电工,是,,2024-05-20", "P2,,是,否,,2024-05-20", "P3,,否,是,,2024-05-20");
    assertThat(wishes("work")).containsExactly("P1");
    assertThat(wishes("train")).containsExactly("P1", "P2");
    assertThat(wishes("train&trade=%E7%94%B5%E5%B7%A5")).containsExactly("P1");
    department.imports(
        "trainees",
        lines(
            "县（市）区,户编号,人编号,姓名,证件号码,培训项目,企业,开始日期,结束日期",
            "东川区,H1,P1,张乙," + worker(1).cells().get("证件号码") + ",电工,某培训学校,2024-06-01,2024-06-08"));
    assertThat(wishes("train")).containsExactly("P2");
  }

  @Test
  void rowsOfStrangersAndOfOtherCountiesGoBack() {
    register(worker(1), OTHER_COUNTY);
    Import done =
        department.imports(
            "survey",
            "asOf=2024-06-10",
            lines(HEADER, "P1,电工,是,是,初中,2024-05-20", "P2,,,是,,2024-05-20", "P9,,,是,,2024-05-20"),
            clerk("530113"));
    assertThat(done.rows()).containsExactly(1, 0, 0, 2);
    assertThat(done.rejects()).contains("该人登记在其他县（市）区", "没有登记这个人编号");
  }

  @Test
  void contradictionsGoBackAndTheSameFileChangesNothing() {
    register(worker(1), worker(2));
    Import done = surveys("P1,电工,,,,2024-05-20", "P1,厨师,,,,2024-05-20", "P2,,,是,,2024-06-11");
    assertThat(done.rows()).containsExactly(0, 0, 0, 3);
    assertThat(done.rejects()).contains("第 2 行与第 3 行同人同日而内容不同", "调查日期晚于业务日期");
    surveys("P1,电工,,,大学,2024-05-20");
    assertThat(surveys("P1,电工,,,,2024-05-20", "P1,电工,,,,2024-05-20").rows())
        .containsExactly(0, 1, 1, 0);
  }

  @Test
  void aClerkEntersASurveyByHandOnce() {
    register(worker(1), OTHER_COUNTY);
    department.events();
    String body =
        """
        {"personId":"P1","surveyedOn":"2024-06-01","skills":"焊工","trainingTrade":"电工","wishToWork":true,"education":"COLLEGE"}""";
    HttpResponse<String> done = enter(body, clerk("530113"));
    assertThat(done.statusCode()).isEqualTo(201);
    assertThat(json(done).at("/surveys/0/wishToTrain").asBoolean()).isTrue();
    assertThat(department.events()).hasSize(1);
    assertThat(json(department.get("/api/employment/surveys/people/P1", lead())).at("/surveys"))
        .hasSize(1);
    assertThat(enter(body, clerk("530102")).statusCode()).isEqualTo(403);
    assertThat(enter(body.replace("P1", "P9"), lead()).statusCode()).isEqualTo(404);
    assertThat(
            json(enter(body.replace("2024-06-01", "2024-06-11"), lead())).at("/field").asString())
        .isEqualTo("surveyedOn");
    assertThat(department.post("/api/employment/surveys", body, lead()).body())
        .contains("IDEMPOTENCY_KEY_MISSING");
  }

  private HttpResponse<String> enter(String body, String token) {
    return department.write("POST", "/api/employment/surveys", body, token);
  }

  private void register(Row... rows) {
    register("2024-01-01", rows);
  }

  private void register(String asOf, Row... rows) {
    department.imports("workers", "asOf=" + asOf, workers(List.of(rows)), lead());
  }

  private Import surveys(String... rows) {
    return department.imports("survey", lines(HEADER, rows));
  }

  private JsonNode completeness(String level) {
    return department
        .read("/api/employment/surveys/completeness?county=530113&level=" + level, lead())
        .at("/places");
  }

  private List<String> wishes(String wish) {
    return department
        .read("/api/employment/surveys/wishes?wish=" + wish, lead())
        .at("/items")
        .findValuesAsString("personId");
  }
}
