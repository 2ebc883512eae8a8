package io.countypulse.employment.watch;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.json;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.households;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WatchListTest {

  private final Department department = Department.shared().reset();

  @BeforeEach
  void peopleAndTheirHouseholds() {
    department.imports(
        "workers",
        workers(
            worker(1),
            worker(2),
            worker(3).with("劳动能力", "丧失劳动力"),
            spell(4, "县内", "乙厂", "2024-02-01", ""),
            worker(5),
            worker(6).with("县（市）区", "五华区").with("劳动能力", "")));
    department.imports(
        "households",
        households(
            "东川区,H1,脱贫户,4,2023,39999.99,,",
            "东川区,H1,脱贫户,4,2022,80000,,",
            "东川区,H2,脱贫户,4,2023,40000,,",
            "东川区,H3,脱贫户,4,2023,10000,,",
            "东川区,H4,脱贫户,4,2023,10000,,",
            "东川区,H5,脱贫户,,2023,10000,,",
            "五华区,H6,脱贫户,2,2023,8000.5,,"));
  }

  @Test
  void poorPeopleAbleToWorkAndWithoutWageAreListed() {
    JsonNode list = list("2024-06-10", lead());
    assertThat(list.at("/items").findValuesAsString("personId")).containsExactly("P1", "P6");
    assertThat(list.at("/items/0/incomePerHead").asString()).isEqualTo("9999.99");
    assertThat(list.at("/items/1/incomePerHead").asString()).isEqualTo("4000.25");
    assertThat(list.at("/count").asInt()).isEqualTo(2);
  }

  @Test
  void theDayDecidesWorkAndTheYearOfTheIncome() {
    assertThat(list("2024-01-31", lead()).at("/items").findValuesAsString("personId"))
        .containsExactly("P1", "P4", "P6");
    assertThat(list("2022-12-31", lead()).at("/items")).isEmpty();
  }

  @Test
  void whoWaitsLongestComesFirst() {
    assertThat(visit("P1", "2024-06-01", "缺技术，已推荐电工培训").statusCode()).isEqualTo(201);
    assertThat(list("2024-06-10", lead()).at("/items").findValuesAsString("personId"))
        .containsExactly("P6", "P1");
    visit("P6", "2024-06-02", "照顾老人");
    JsonNode list = list("2024-06-10", lead());
    assertThat(list.at("/items").findValuesAsString("personId")).containsExactly("P1", "P6");
    assertThat(list.at("/items/0/lastVisitOn").asString()).isEqualTo("2024-06-01");
    JsonNode visits = json(department.get("/api/employment/watch/P1/visits", lead()));
    assertThat(visits.at("/visits/0/found").asString()).isEqualTo("缺技术，已推荐电工培训");
    assertThat(visits.at("/visits/0/by").asString()).isNotBlank();
  }

  @Test
  void whatWasFoundIsNotReadableInTheDatabase() {
    visit("P1", "2024-06-01", "电话 13812345678");
    assertThat(
            department
                .database()
                .sql("select encode(found, 'escape') from watch_visit")
                .query(String.class)
                .single())
        .doesNotContain("13812345678");
  }

  @Test
  void aClerkVisitsTheOwnPeople() {
    assertThat(list("2024-06-10", clerk("530102")).at("/items").findValuesAsString("personId"))
        .containsExactly("P6");
    String body = "{\"found\":\"在家\"}";
    HttpResponse<String> refused =
        department.write("POST", "/api/employment/watch/P1/visits", body, clerk("530102"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(
            json(department.write("POST", "/api/employment/watch/P1/visits", "{}", lead()))
                .at("/field")
                .asString())
        .isEqualTo("found");
  }

  @Test
  void theListComesInPages() {
    JsonNode first = department.read("/api/employment/watch?limit=1", lead());
    assertThat(first.at("/items").findValuesAsString("personId")).containsExactly("P1");
    JsonNode second =
        department.read(
            "/api/employment/watch?limit=1&after=" + first.at("/next").asString(), lead());
    assertThat(second.at("/items").findValuesAsString("personId")).containsExactly("P6");
    assertThat(List.of(second.at("/next").isNull(), second.at("/count").isNull()))
        .containsExactly(true, true);
  }

  private JsonNode list(String day, String token) {
    return department.read("/api/employment/watch?asOf=" + day, token);
  }

  private HttpResponse<String> visit(String person, String day, String found) {
    String body =
        "{\"visitedOn\":\"%s\",\"found\":\"%s\",\"measures\":\"下月回访\"}".formatted(day, found);
    return department.write("POST", "/api/employment/watch/" + person + "/visits", body, lead());
  }
}
