package io.countypulse.subsidy.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department;
import io.countypulse.subsidy.Department.Event;
import io.countypulse.testing.Contracts;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From the file of calls to its events and figures. */
class CallsStoryTest {

  private static final String HEADER = "县（市）区,人编号,拨打日期,结果,雨露计划,雨露计划+,交通补助,小额信贷\n";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Department department = Department.shared().reset();

  @Test
  void callsMakeTheGoldenMessages() {
    told("禄劝县,P53010000001,2024-05-14,有效,知晓,不知晓,知晓,不适用");
    assertThat(made("2024-05-14-knows-some")).isTrue();
    told("禄劝县,P53010000002,2024-05-14,号码错误,,,,");
    assertThat(made("2024-05-14-wrong-number")).isTrue();
    told("禄劝县,P53010000003,2024-05-15,无人接听,,,,");
    assertThat(made("2024-05-15-nobody-answered")).isTrue();
  }

  @Test
  void nobodyAskedIsNotZero() {
    told(
        "盘龙区,P1,2024-05-02,有效,知晓,不知晓,不适用,",
        "盘龙区,P2,2024-05-03,有效,不知晓,不知晓,不适用,不适用",
        "盘龙区,P3,2024-05-04,空号,,,,",
        "官渡区,P4,2024-05-05,无人接听,,,,",
        "某地,P5,2024-05-06,有效,知晓,,,");

    assertThat(cell("calls.made", "530103")).isEqualTo("VALUE 3");
    assertThat(cell("calls.problem_numbers", "530103")).isEqualTo("VALUE 1");
    assertThat(cell("calls.awareness_rate.yulu", "530103")).isEqualTo("VALUE 50.00");
    assertThat(cell("calls.awareness_rate.yulu_plus", "530103")).isEqualTo("VALUE 0.00");
    assertThat(cell("calls.awareness_rate.transport", "530103")).isEqualTo("NOT_APPLICABLE ");
    assertThat(cell("calls.awareness_rate.yulu", "530111")).isEqualTo("NOT_APPLICABLE ");
    assertThat(cell("calls.made", "530102")).isEqualTo("NOT_REPORTED ");
    assertThat(cell("calls.made", "UNKNOWN")).isEqualTo("VALUE 1");
    assertThat(cell("calls.awareness_rate.yulu", "530100")).isEqualTo("VALUE 66.67");

    JsonNode yulu =
        department
            .read("/api/subsidy/calls/awareness?county=530103", Department.lead())
            .at("/rows/0/policies/0");
    assertThat(yulu.at("/rate").asString()).isEqualTo("50.00");
    assertThat(yulu.at("/small").asBoolean()).isTrue();
  }

  @Test
  void aFigureTellsOfTheMonthBefore() {
    told("盘龙区,P1,2024-05-31,有效,知晓,,,", "盘龙区,P1,2024-06-01,有效,知晓,,,");

    assertThat(cell("calls.made", "530103", "2024-06-10")).isEqualTo("VALUE 1");
    assertThat(cell("calls.made", "530103", "2024-05-31")).isEqualTo("VALUE 0");
    assertThat(cell("calls.made", "530103", "2024-07-01")).isEqualTo("VALUE 1");
    assertThat(department.cell("calls.made", "530103", "2024-07-01").at("/period").asString())
        .isEqualTo("2024-06");
  }

  @Test
  void everyFigureOpensToItsCalls() {
    told("盘龙区,P1,2024-05-02,有效,知晓,不知晓,,", "盘龙区,P2,2024-05-03,空号,,,,", "五华区,P3,2024-05-03,号码错误,,,,");

    assertThat(behind("calls.made", 1)).containsExactly("P1", "P2", "P3");
    assertThat(behind("calls.problem_numbers", 50)).containsExactly("P2", "P3");
    assertThat(behind("calls.awareness_rate.yulu", 50)).containsExactly("P1");
    assertThat(behind("calls.awareness_rate.microcredit", 50)).isEmpty();
  }

  @Test
  void aLaterFileReplacesACallAndTheSameFileChangesNothing() {
    told("盘龙区,P1,2024-05-02,无人接听,,,,");
    department.events();
    JsonNode outcome = told("盘龙区,P1,2024-05-02,有效,知晓,知晓,知晓,知晓");
    assertThat(outcome.at("/rows/applied").asInt()).isEqualTo(1);
    assertThat(department.events("call"))
        .singleElement()
        .satisfies(event -> assertThat(event.json().at("/version").asInt()).isEqualTo(2));
    outcome = told("盘龙区,P1,2024-05-02,有效,知晓,知晓,知晓,知晓", "盘龙区,P9,2024-05-02,空号,,,,");
    assertThat(outcome.at("/rows/unchanged").asInt()).isEqualTo(1);
    assertThat(department.events("call")).hasSize(1);
    assertThat(cell("calls.made", "530103")).isEqualTo("VALUE 2");
  }

  @Test
  void everyRowAtFaultComesBackWithItsReason() {
    JsonNode outcome =
        told(
            "盘龙区,P1,2024-05-02,也许,,,,",
            "盘龙区,13800001111,2024-05-02,空号,,,,",
            "盘龙区,P2,2024-06-11,空号,,,,",
            "盘龙区,P3,2024-05-02,空号,,,,",
            "盘龙区,P3,2024-05-02,有效,知晓,,,",
            "盘龙区,P4,2024-05-02,空号,知晓,,,",
            "盘龙区,P5,2024-05-02,有效,大概,,,");
    assertThat(outcome.at("/rows/rejected").asInt()).as(outcome.toString()).isEqualTo(5);
    assertThat(outcome.at("/rows/applied").asInt()).isEqualTo(2);
    assertThat(outcome.at("/flags/ANSWER_WITHOUT_VALID_CALL").asInt()).isEqualTo(1);
    assertThat(outcome.at("/flags/UNKNOWN_VOCABULARY").asInt()).isEqualTo(1);
    assertThat(outcome.at("/rejectReasons").valueStream().map(each -> each.at("/code").asString()))
        .contains("UNKNOWN_OUTCOME", "CODE_IS_PERSONAL", "DATE_IN_FUTURE", "CALL_CONTRADICTED");
  }

  @Test
  void aClerkTellsOfTheOwnCountyOnly() {
    told("五华区,P1,2024-05-02,有效,知晓,,,");
    JsonNode outcome =
        department.imports(
            "verification-calls",
            "2024-06-10",
            HEADER + "盘龙区,P1,2024-05-02,空号,,,,\n五华区,P2,2024-05-02,空号,,,,\n",
            Department.clerk("530103"));
    assertThat(outcome.at("/rows/rejected").asInt()).as(outcome.toString()).isEqualTo(2);
    assertThat(cell("calls.valid", "530102")).isEqualTo("VALUE 1");
    assertThat(
            department
                .get("/api/subsidy/figures?county=530102", Department.clerk("530103"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aCallEnteredByHandIsCheckedAsARowOfTheFile() {
    String clerk = Department.clerk("530103");
    HttpResponse<String> written =
        department.write(
            "POST",
            "/api/subsidy/calls",
            """
            {"county":"530103","personId":"P1","date":"2024-05-02","outcome":"VALID","answers":{"YULU":"KNOWS"}}
            """,
            clerk);
    assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    assertThat(Department.json(written).at("/changed").asBoolean()).isTrue();
    assertThat(cell("calls.awareness_rate.yulu", "530103")).isEqualTo("VALUE 100.00");
    assertThat(department.events("call")).hasSize(1);

    HttpResponse<String> refused =
        department.write(
            "POST",
            "/api/subsidy/calls",
            """
            {"county":"530102","personId":"13800001111","date":"2024-06-11","outcome":"VALID"}
            """,
            clerk);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(
            Department.json(refused)
                .at("/errors")
                .valueStream()
                .map(fault -> fault.at("/field").asString()))
        .containsExactlyInAnyOrder("county", "personId", "date");
  }

  @Test
  void aCallEnteredByMistakeIsTakenBackAndMayBeEnteredAgain() {
    told("呈贡区,P1,2024-05-14,有效,知晓,,,", "呈贡区,P2,2024-05-14,空号,,,,");
    department.events();
    String body = "{\"personId\":\"P1\",\"date\":\"2024-05-14\",\"reason\":\"登记到了别人名下\"}";
    assertThat(withdrawn(body, Department.clerk("530102")).statusCode()).isEqualTo(404);
    assertThat(withdrawn(body.replace("登记到了别人名下", " "), Department.lead()).statusCode())
        .isEqualTo(422);
    HttpResponse<String> withdrawn = withdrawn(body, Department.clerk("530114"));
    assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
    assertThat(department.events("call"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(Contracts.violations(event.topic(), event.payload())).isEmpty();
              assertThat(event.json().at("/version").asInt()).isEqualTo(2);
              assertThat(event.json().at("/outcome").isNull()).isTrue();
            });
    assertThat(cell("calls.made", "530114")).isEqualTo("VALUE 1");
    assertThat(cell("calls.awareness_rate.yulu", "530114")).isEqualTo("NOT_APPLICABLE ");
    assertThat(withdrawn(body, Department.clerk("530114")).statusCode()).isEqualTo(404);
    told("呈贡区,P1,2024-05-14,有效,不知晓,,,");
    assertThat(department.events("call"))
        .singleElement()
        .satisfies(event -> assertThat(event.json().at("/version").asInt()).isEqualTo(3));
    assertThat(cell("calls.made", "530114")).isEqualTo("VALUE 2");
  }

  private HttpResponse<String> withdrawn(String body, String token) {
    return department.write("POST", "/api/subsidy/calls/withdraw", body, token);
  }

  private JsonNode told(String... rows) {
    return department.imports(
        "verification-calls", "2024-06-10", HEADER + String.join("\n", rows) + "\n");
  }

  private boolean made(String golden) {
    List<Event> events = department.events("call");
    assertThat(events).hasSize(1);
    Event event = events.getFirst();
    assertThat(Contracts.violations(event.topic(), event.payload())).isEmpty();
    JsonNode expected = JSON.readTree(Contracts.golden(event.topic()).get(golden + ".json"));
    assertThat(event.key()).isEqualTo(expected.at("/callId").asString());
    return withoutInstant(event.json()).equals(withoutInstant(expected));
  }

  private static JsonNode withoutInstant(JsonNode message) {
    ObjectNode rest = message.deepCopy().asObject();
    rest.remove("recordedAt");
    return rest;
  }

  private String cell(String indicator, String county) {
    return cell(indicator, county, "2024-06-10");
  }

  private String cell(String indicator, String county, String day) {
    JsonNode cell = department.cell(indicator, county, day);
    return cell.at("/state").asString() + " " + cell.at("/value").asString("");
  }

  private List<String> behind(String indicator, int limit) {
    List<String> people = new ArrayList<>();
    String path = "/api/subsidy/figures/" + indicator + "/records?limit=" + limit;
    JsonNode page = department.read(path, Department.lead());
    while (true) {
      page.at("/items").forEach(item -> people.add(item.at("/personId").asString()));
      if (page.at("/next").isNull()) {
        assertThat(page.at("/count").asInt()).isEqualTo(people.size());
        return people;
      }
      page = department.read(path + "&after=" + page.at("/next").asString(), Department.lead());
    }
  }
}
