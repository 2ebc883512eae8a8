package io.countypulse.employment.residence;

import static io.countypulse.employment.Department.clerk;
import static io.countypulse.employment.Department.lead;
import static io.countypulse.employment.Sheets.households;
import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.worker;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.employment.Department;
import io.countypulse.employment.Department.Event;
import io.countypulse.employment.Department.Import;
import io.countypulse.employment.Sheets.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResidenceTest {

  private static final Row FATHER = spell(1, "省外", "甲公司", "2024-02-01", "").with("户编号", "H1");
  private static final Row MOTHER = spell(2, "县内", "乙公司", "2024-01-01", "").with("户编号", "H1");

  private final Department department = Department.shared().reset();

  @AfterEach
  void everybodyLivesWhereTheHouseholdDoes() {
    assertThat(
            department
                .database()
                .sql(
                    """
                    select person_id from worker
                    join household on household.id = worker.household_id
                    where household.county <> worker.county
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void theFirstKnownCountyHoldsForAllThePast() {
    imports("2024-06-01", FATHER);
    assertThat(working("530113", "2024-02-01")).isOne();
    assertThat(residence("P1")).isEqualTo("530113");
  }

  @Test
  void aMoveIsDatedAndThePastStays() {
    imports("2024-03-01", FATHER, MOTHER);
    imports("2024-05-01", FATHER.with("县（市）区", "五华区"), MOTHER.with("县（市）区", "五华区"));
    assertThat(residence("P1")).isEqualTo("530113, 2024-05-01 530102");
    assertThat(working("530113", "2024-04-30")).isEqualTo(2);
    assertThat(working("530113", "2024-05-01")).isZero();
    assertThat(working("530102", "2024-05-01")).isEqualTo(2);
    assertThat(figure("employment.worked_this_year", "530113", "2024-06-10")).isEqualTo(2);
    assertThat(figure("employment.worked_this_year", "530102", "2024-06-10")).isZero();
  }

  @Test
  void aHouseholdsMoveTakesAlongTheMembersWhoAreNotInTheFile() {
    imports("2024-03-01", FATHER, MOTHER);
    department.events();
    imports("2024-05-01", FATHER.with("县（市）区", "五华区"));
    assertThat(department.events()).extracting(Event::key).containsExactlyInAnyOrder("P1", "P2");
    assertThat(residence("P2")).isEqualTo("530113, 2024-05-01 530102");
    assertThat(version("P2")).isEqualTo(2);
  }

  @Test
  void aHouseholdsFileMovesItsMembersToo() {
    imports("2024-03-01", FATHER, MOTHER);
    department.events();
    department.imports(
        "households", "asOf=2024-05-01", households("五华区,H1,脱贫户,4,2023,41250.50,,"), lead());
    assertThat(department.events())
        .extracting(Event::key)
        .containsExactlyInAnyOrder("H1", "P1", "P2");
    assertThat(residence("P2")).isEqualTo("530113, 2024-05-01 530102");
  }

  @Test
  void aCorrectionReplacesThePastAsWell() {
    imports("2024-03-01", FATHER, MOTHER);
    imports("2024-05-01", FATHER.with("县（市）区", "五华区"));
    department.imports(
        "workers",
        "asOf=2024-06-10&countyChange=correct",
        workers(FATHER.with("县（市）区", "寻甸县")),
        lead());
    assertThat(residence("P1")).isEqualTo("530129");
    assertThat(residence("P2")).isEqualTo("530129");
    assertThat(working("530129", "2024-02-01")).isEqualTo(2);
  }

  @Test
  void aMoveCanBeRefused() {
    imports("2024-03-01", FATHER, MOTHER);
    Import done =
        department.imports(
            "workers",
            "asOf=2024-05-01&countyChange=refuse",
            workers(FATHER.with("县（市）区", "五华区"), MOTHER, worker(3)),
            lead());
    assertThat(done.rejects()).contains("同一户的成员填报了不同的县（市）区");
    done =
        department.imports(
            "workers",
            "asOf=2024-05-01&countyChange=refuse",
            workers(FATHER.with("县（市）区", "五华区"), worker(3)),
            lead());
    assertThat(done.rows()).containsExactly(0, 1, 0, 1);
    assertThat(done.rejects()).contains("与登记的县（市）区不同");
  }

  @Test
  void aLateFileAboutAnEarlierDayLeavesLaterMovesAsTheyAre() {
    imports("2024-03-01", FATHER);
    imports("2024-05-01", FATHER.with("县（市）区", "五华区"));
    imports("2024-04-01", FATHER.with("县（市）区", "寻甸县"));
    assertThat(residence("P1")).isEqualTo("530113, 2024-04-01 530129, 2024-05-01 530102");
    imports("2024-04-15", FATHER.with("县（市）区", "寻甸县"));
    assertThat(version("P1")).isEqualTo(3);
  }

  @Test
  void membersOfOneHouseholdInDifferentCountiesAreAllRefused() {
    Import done = imports("2024-06-10", FATHER, MOTHER.with("县（市）区", "五华区"), worker(3));
    assertThat(done.rows()).containsExactly(1, 0, 0, 2);
    assertThat(done.rejects()).contains("同一户的成员填报了不同的县（市）区");
  }

  @Test
  void whoChangesHouseholdLivesWhereTheNewOneDoesFromThatDayOn() {
    imports("2024-03-01", FATHER, MOTHER, worker(3).with("县（市）区", "五华区"));
    imports("2024-05-01", MOTHER.with("户编号", "H3").with("县（市）区", "五华区"));
    assertThat(residence("P2")).isEqualTo("530113, 2024-05-01 530102");
    assertThat(residence("P1")).isEqualTo("530113");
  }

  @Test
  void whoJoinsAHouseholdThatHasMovedSharesItsPast() {
    imports("2024-03-01", FATHER);
    imports("2024-05-01", FATHER.with("县（市）区", "五华区"));
    imports("2024-06-01", FATHER.with("县（市）区", "五华区"), MOTHER.with("县（市）区", "五华区"));
    assertThat(residence("P2")).isEqualTo("530113, 2024-05-01 530102");
  }

  @Test
  void anUnknownCountyIsKeptUndecidedForTheCityAndRefusedToAClerk() {
    Import city = imports("2024-06-10", FATHER.with("县（市）区", "某某县"));
    assertThat(city.flags()).containsEntry("UNKNOWN_COUNTY", 1);
    assertThat(working("UNKNOWN", "2024-06-10")).isOne();
    assertThat(working("530100", "2024-06-10")).isOne();
    Import clerk =
        department.imports(
            "workers", "", workers(worker(5).with("县（市）区", "某某县"), worker(6)), clerk("530113"));
    assertThat(clerk.rows()).containsExactly(1, 0, 0, 1);
    assertThat(clerk.rejects()).contains("无法识别的县（市）区");
  }

  @Test
  void namesAliasesAndCodesMeanTheSameCounty() {
    Import done =
        imports(
            "2024-06-10",
            worker(1).with("县（市）区", "磨憨-磨丁"),
            worker(2).with("县（市）区", "磨丁-磨憨"),
            worker(3).with("县（市）区", "Z530103"),
            worker(4).with("县（市）区", "中国老挝磨憨—磨丁经济合作区"));
    assertThat(done.flags()).isEmpty();
    assertThat(Stream.of("P1", "P2", "P3", "P4").map(this::residence).distinct().toList())
        .containsExactly("Z530103");
  }

  private Import imports(String asOf, Row... rows) {
    return department.imports("workers", "asOf=" + asOf, workers(List.of(rows)), lead());
  }

  private int working(String county, String day) {
    return figure("employment.working", county, day);
  }

  private int figure(String indicator, String county, String day) {
    return department.figure(indicator, county, day);
  }

  private int version(String person) {
    return known(person, "version").asInt();
  }

  private String residence(String person) {
    return known(person, "residence")
        .valueStream()
        .map(
            lived ->
                (lived.path("from").asString("") + " " + lived.at("/county").asString()).strip())
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private JsonNode known(String person, String field) {
    return Department.json(department.get("/api/employment/workers/" + person, lead())).path(field);
  }
}
