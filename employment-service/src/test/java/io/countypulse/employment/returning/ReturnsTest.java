package io.countypulse.employment.returning;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.json;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Sheets.Row;
import io.countypulse.testing.TestTokens;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReturnsTest {

  private static final Row AWAY = spell(1, "省外", "甲公司", "2023-02-01", "2024-04-01");

  private final Department department = Department.shared().reset();

  @Test
  void whoStoppedWorkingIsListedTheLongestFirst() {
    register(
        AWAY,
        spell(2, "省外", "甲公司", "2023-02-01", "2024-03-01"),
        spell(3, "省外", "甲公司", "2022-02-01", "2023-11-15"),
        spell(4, "省外", "甲公司", "2022-02-01", ""),
        spell(5, "省外", "甲公司", "2022-02-01", "2024-07-01"),
        worker(6));
    JsonNode list = list("");
    assertThat(list.at("/items").findValuesAsString("personId")).containsExactly("P3", "P2", "P1");
    assertThat(list.at("/items/0/returnedOn").asString()).isEqualTo("2023-11-15");
    assertThat(list.at("/items/2/days").asInt()).isEqualTo(70);
    assertThat(list.at("/count").asInt()).isEqualTo(3);
    assertThat(list.at("/items/0/maskedName").asString()).doesNotContain("张丁");
    assertThat(figure("returned", "2024-06-10")).isEqualTo(2);
    assertThat(people("returned")).containsExactly("P1", "P2");
  }

  @Test
  void whoDoesNotWishToWorkIsLeftOut() {
    register(AWAY.with("就业意愿", "否"));
    assertThat(list("").at("/items")).isEmpty();
    assertThat(figure("returned", "2024-06-10")).isZero();
  }

  @Test
  void talksMoveTheStateAndANewSpellEndsIt() {
    register(AWAY);
    assertThat(state("2024-06-10")).isEqualTo("TO_CONTACT");
    assertThat(contact("2024-05-01", "CONTACTED", "想在县内找工作").statusCode()).isEqualTo(201);
    contact("2024-05-20", "OFFERED", "帮扶车间");
    assertThat(state("2024-04-30")).isEqualTo("TO_CONTACT");
    assertThat(state("2024-05-10")).isEqualTo("CONTACTED");
    assertThat(state("2024-06-10")).isEqualTo("OFFERED");
    assertThat(list("").at("/items/0/lastContact/note").asString()).isEqualTo("帮扶车间");
    register(AWAY, spell(1, "县内", "乙厂", "2024-06-05", ""));
    assertThat(state("2024-06-10")).isEqualTo("RE_EMPLOYED");
    JsonNode back = list("&state=RE_EMPLOYED").at("/items/0");
    assertThat(back.at("/reEmployedOn").asString()).isEqualTo("2024-06-05");
    assertThat(figure("re_employed", "2024-06-10")).isOne();
    assertThat(figure("re_employed", "2024-06-04")).isZero();
    assertThat(people("re_employed")).containsExactly("P1");
    assertThat(list("").at("/states/RE_EMPLOYED").asInt()).isOne();
    assertThat(list("&state=OFFERED").at("/items")).isEmpty();
  }

  @Test
  void aSecondLossPutsSomebodyBackOnTheListWithItsOwnTalks() {
    register(AWAY);
    contact("2024-04-05", "CONTACTED", "");
    register(AWAY, spell(1, "县内", "乙厂", "2024-04-20", "2024-05-20"));
    JsonNode line = list("").at("/items/0");
    assertThat(line.at("/returnedOn").asString()).isEqualTo("2024-05-20");
    assertThat(line.at("/state").asString()).isEqualTo("TO_CONTACT");
    assertThat(figure("returned", "2024-06-10")).isOne();
  }

  @Test
  void reEmployedAfterNinetyDaysCountsAndLaterDoesNot() {
    register(
        spell(1, "省外", "甲公司", "2023-02-01", "2024-01-10"),
        spell(1, "县内", "乙厂", "2024-04-09", ""),
        spell(2, "省外", "甲公司", "2023-02-01", "2024-01-10"),
        spell(2, "县内", "乙厂", "2024-04-10", ""));
    assertThat(people("re_employed")).containsExactly("P1");
    assertThat(list("&state=RE_EMPLOYED").at("/count").asInt()).isEqualTo(2);
  }

  @Test
  void aClerkSeesTheOwnCountyAndTalksWithItsPeopleOnly() {
    register(AWAY, spell(2, "省外", "甲公司", "2023-02-01", "2024-03-01").with("县（市）区", "五华区"));
    JsonNode own = department.read("/api/employment/returns", clerk("530113"));
    assertThat(own.at("/items").findValuesAsString("personId")).containsExactly("P1");
    assertThat(
            department.get("/api/employment/returns?county=530102", clerk("530113")).statusCode())
        .isEqualTo(403);
    String talk = "{\"outcome\":\"CONTACTED\"}";
    String path = "/api/employment/returns/P2/contacts";
    assertThat(department.write("POST", path, talk, clerk("530113")).statusCode()).isEqualTo(403);
    assertThat(department.get(path, clerk("530113")).statusCode()).isEqualTo(403);
    String leader = TestTokens.shared().token("LEADER", "530100");
    assertThat(department.get("/api/employment/returns", leader).statusCode()).isEqualTo(200);
    assertThat(department.write("POST", path, talk, leader).statusCode()).isEqualTo(403);
    assertThat(department.write("POST", path, talk, clerk("530102")).statusCode()).isEqualTo(201);
  }

  @Test
  void onlyThoseWithoutWorkAreTalkedWith() {
    register(AWAY);
    assertThat(contact("2024-03-01", "CONTACTED", "").body()).contains("NOT_RETURNED");
    assertThat(contact("2024-06-11", "CONTACTED", "").body()).contains("DATE_IN_FUTURE");
    assertThat(contact("2024-06-01", "CONTACTED", "字".repeat(501)).body())
        .contains("TEXT_TOO_LONG");
    assertThat(
            json(department.write("POST", "/api/employment/returns/P1/contacts", "{}", lead()))
                .at("/field")
                .asString())
        .isEqualTo("outcome");
  }

  @Test
  void theListComesInPages() {
    register(
        AWAY,
        spell(2, "省外", "甲公司", "2023-02-01", "2024-04-01"),
        spell(3, "省外", "甲公司", "2023-02-01", "2024-03-01"));
    JsonNode first = list("&limit=2");
    assertThat(first.at("/items").findValuesAsString("personId")).containsExactly("P3", "P1");
    JsonNode second = list("&limit=2&after=" + first.at("/next").asString());
    assertThat(second.at("/items").findValuesAsString("personId")).containsExactly("P2");
    assertThat(second.at("/next").isNull()).isTrue();
    assertThat(department.get("/api/employment/returns?after=xxxx", lead()).statusCode())
        .isEqualTo(400);
  }

  private void register(Row... rows) {
    department.imports("workers", workers(List.of(rows)));
  }

  private HttpResponse<String> contact(String day, String outcome, String note) {
    String body =
        "{\"contactedOn\":\"%s\",\"outcome\":\"%s\",\"note\":\"%s\"}".formatted(day, outcome, note);
    return department.write("POST", "/api/employment/returns/P1/contacts", body, lead());
  }

  private JsonNode list(String parameters) {
    return department.read("/api/employment/returns?asOf=2024-06-10" + parameters, lead());
  }

  private String state(String day) {
    return department
        .read("/api/employment/returns?asOf=" + day, lead())
        .at("/items/0/state")
        .asString();
  }

  private int figure(String indicator, String day) {
    return department.figure("employment." + indicator, day);
  }

  private List<String> people(String indicator) {
    JsonNode records =
        department.read("/api/employment/figures/employment." + indicator + "/records", lead());
    assertThat(records.at("/count").asInt()).isEqualTo(figure(indicator, Department.TODAY));
    return records.at("/items").findValuesAsString("personId");
  }
}
