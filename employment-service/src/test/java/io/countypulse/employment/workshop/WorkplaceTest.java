package io.countypulse.employment.workshop;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.json;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Sheets.Row;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkplaceTest {

  private static final String PATH = "/api/employment/workplaces";
  private static final String SUNNY =
      """
      {"post":"WORKSHOP","county":"530113","name":"阳光 扶贫车间","village":"石羊村","since":"2023-01-01"}""";

  private final Department department = Department.shared().reset();

  @Test
  void peopleAreFoundByTheEmployersNameHoweverItIsWritten() {
    register(at(1, "阳光扶贫车间", "3000"), at(2, "阳光（扶贫）车间", "2500.50"), at(3, "月亮车间", ""));
    String id = json(add(SUNNY)).at("/id").asString();
    JsonNode places = department.read(PATH, lead()).at("/items");
    assertThat(places.findValuesAsString("name")).containsExactly("月亮车间", "阳光 扶贫车间");
    JsonNode sunny = department.read(PATH + "/" + id, lead());
    assertThat(sunny.at("/people").asInt()).isEqualTo(2);
    assertThat(sunny.at("/monthlyWages").asString()).isEqualTo("5500.50");
    assertThat(sunny.at("/registered").asBoolean()).isTrue();
    assertThat(places.at("/0/registered").asBoolean()).isFalse();
    JsonNode people = department.read(PATH + "/" + id + "/people", lead()).at("/items");
    assertThat(people.findValuesAsString("personId")).containsExactly("P1", "P2");
    assertThat(people.at("/0/monthlyWage").asString()).isEqualTo("3000.00");
  }

  @Test
  void registeringChangesNoEvent() {
    register(at(1, "阳光扶贫车间", "3000"));
    String told = department.events().getFirst().json().at("/spells/0/workplace").asString();
    assertThat(json(add(SUNNY)).at("/id").asString()).isEqualTo(told);
    assertThat(department.events()).isEmpty();
  }

  @Test
  void aSpellIsPutToAPlaceByHandAndBack() {
    register(at(1, "阳光厂", "3000"));
    String before = department.events().getFirst().json().at("/spells/0/workplace").asString();
    String id = json(add(SUNNY)).at("/id").asString();
    String path = PATH + "/" + id + "/people/P1";
    HttpResponse<String> done = department.write("PUT", path, "{\"start\":\"2024-01-01\"}", lead());
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(json(done).at("/people").asInt()).isOne();
    JsonNode event = department.events().getFirst().json();
    assertThat(event.at("/spells/0/workplace").asString()).isEqualTo(id);
    assertThat(event.at("/version").asInt()).isEqualTo(2);
    assertThat(department.write("PUT", path, "{\"start\":\"2024-01-02\"}", lead()).body())
        .contains("NO_SUCH_SPELL");
    department.write("DELETE", path + "?start=2024-01-01", "", lead());
    assertThat(department.events().getFirst().json().at("/spells/0/workplace").asString())
        .isEqualTo(before);
  }

  @Test
  void aRecordIsMadeOnceAndChangedOnWhatItIs() {
    HttpResponse<String> added = add(SUNNY);
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(add(SUNNY.replace(" ", "")).body()).contains("WORKPLACE_EXISTS");
    String path = PATH + "/" + json(added).at("/id").asString();
    String change = "{\"village\":\"新村\",\"since\":\"2023-01-01\",\"until\":\"2024-06-01\"}";
    assertThat(department.write("PUT", path, change, 1L, lead()).statusCode()).isEqualTo(200);
    assertThat(department.write("PUT", path, change, 1L, lead()).statusCode()).isEqualTo(412);
    assertThat(department.write("PUT", path, change, lead()).statusCode()).isEqualTo(428);
    assertThat(department.read(path, lead()).at("/village").asString()).isEqualTo("新村");
    assertThat(add("{\"post\":\"WORKSHOP\",\"county\":\"530113\"}").body()).contains("\"name\"");
  }

  @Test
  void aClerkKeepsTheOwnCounty() {
    register(at(1, "阳光扶贫车间", "3000"), at(2, "五华车间", "").with("县（市）区", "五华区"));
    String clerk = clerk("530102");
    assertThat(department.read(PATH, clerk).at("/items").findValuesAsString("name"))
        .containsExactly("五华车间");
    assertThat(department.write("POST", PATH, SUNNY, clerk).statusCode()).isEqualTo(403);
    String id = json(add(SUNNY)).at("/id").asString();
    assertThat(department.get(PATH + "/" + id, clerk).statusCode()).isEqualTo(404);
    assertThat(department.write("PUT", PATH + "/" + id, "{}", 1L, clerk).statusCode())
        .isEqualTo(404);
    assertThat(department.read(PATH + "/" + id + "/people", clerk).at("/items")).isEmpty();
  }

  @Test
  void theDayDecidesWhoWorksThere() {
    register(at(1, "阳光扶贫车间", "3000").with("结束日期", "2024-03-01"));
    assertThat(department.read(PATH + "?asOf=2024-02-29", lead()).at("/items/0/people").asInt())
        .isOne();
    assertThat(department.read(PATH + "?asOf=2024-03-01", lead()).at("/items")).isEmpty();
  }

  private HttpResponse<String> add(String body) {
    return department.write("POST", PATH, body, lead());
  }

  private void register(Row... rows) {
    department.imports("workers", "asOf=2024-01-01", workers(List.of(rows)), lead());
  }

  private static Row at(int n, String employer, String wage) {
    return spell(n, "县内", employer, "2024-01-01", "").with("岗位类型", "帮扶车间").with("月工资", wage);
  }
}
