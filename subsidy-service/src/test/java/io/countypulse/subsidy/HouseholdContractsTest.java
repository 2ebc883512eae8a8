package io.countypulse.subsidy;

import static io.countypulse.subsidy.Sheets.away;
import static io.countypulse.subsidy.Sheets.residence;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.subsidy.Department.Event;
import io.countypulse.subsidy.cases.CaseSteps;
import io.countypulse.subsidy.cases.CaseSteps.Paid;
import io.countypulse.subsidy.cases.Deed;
import io.countypulse.subsidy.cases.Step;
import io.countypulse.testing.Contracts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a household waits for is told when it changes, and only then. */
class HouseholdContractsTest {

  private static final String TOPIC = "subsidy.household.v1";
  private static final String CASE = "TRANSPORT|P1|2024";
  private static final String HOUSEHOLD = "H53010000001";
  private static final String MOVED = "530113,2024-06-03 530102";
  private static final String UNTIL_DECEMBER = away("2024-03-01", "2024-12-01");

  private final Department department = Department.shared().reset();

  @Test
  void waitingMovingBeingPaidAndSentBackMakeTheGoldenMessages() {
    worker("P1", 1, HOUSEHOLD, "2024-03-10", "530113", UNTIL_DECEMBER);
    made("2024-03-10-entitled-ahead");
    worker("P1", 2, HOUSEHOLD, "2024-06-03", MOVED, UNTIL_DECEMBER);
    made("2024-06-03-moved-county");
    take(Step.APPLIED, "2024-06-03");
    take(Step.VERIFIED, "2024-06-03");
    take(Step.ON_NOTICE, "2024-06-04");
    take(Step.APPROVED, "2024-06-05");
    take(Step.IN_BATCH, "2024-06-06");
    assertThat(department.events("household")).isEmpty();
    take(Step.PAID, "2024-06-07");
    made("2024-06-07-paid");
    take(Step.RETURNED, "2024-06-10");
    made("2024-06-10-sent-back");
    worker("P1", 3, HOUSEHOLD, "2024-06-10", MOVED, away("2024-03-01", "2024-05-20"));
    made("2024-06-10-came-home-early");
  }

  @Test
  void theSameAgainAndPeopleWhoWaitForNothingTellNothing() {
    worker("P1", 1, HOUSEHOLD, "2024-03-10", "530113", UNTIL_DECEMBER);
    department.events();
    worker("P1", 2, HOUSEHOLD, "2024-05-10", "530113", UNTIL_DECEMBER);
    worker("P2", 1, "H2", "2024-05-10", "530113", "");
    assertThat(department.events("household")).isEmpty();
  }

  @Test
  void whoChangesHouseholdIsToldOfBoth() {
    worker("P1", 1, "H1", "2024-03-10", "530113", UNTIL_DECEMBER);
    department.events();
    worker("P1", 2, "H2", "2024-05-10", "530113", UNTIL_DECEMBER);
    assertThat(department.events("household"))
        .extracting(event -> event.key() + " " + event.json().at("/waiting").size())
        .containsExactlyInAnyOrder("H1 0", "H2 1");
  }

  @Test
  void aClerkOfOneCountyTellsOfTheWholeHousehold() {
    worker("P1", 1, HOUSEHOLD, "2024-03-10", "530113", UNTIL_DECEMBER);
    worker("P2", 1, HOUSEHOLD, "2024-03-10", "530102", UNTIL_DECEMBER);
    department.events();
    var refused =
        department.write(
            "POST",
            "/api/subsidy/cases/" + URLEncoder.encode(CASE, StandardCharsets.UTF_8) + "/steps",
            "{\"step\":\"WITHDRAWN\",\"reason\":\"本人放弃\"}",
            Department.clerk("530113"));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(200);
    JsonNode waiting = department.events("household").getFirst().json().at("/waiting");
    assertThat(waiting.valueStream().map(JsonNode::toString))
        .containsExactly(
            "{\"from\":\"2024-06-01\",\"county\":\"530102\",\"programme\":\"TRANSPORT\"}",
            "{\"from\":\"2024-06-01\",\"until\":\"2024-06-10\",\"county\":\"530113\",\"programme\":\"TRANSPORT\"}");
  }

  private void worker(
      String person, int version, String household, String day, String counties, String spells) {
    department.hears(
        "employment.worker.v1",
        """
        {"personId":"%s","version":%d,"householdId":"%s","businessDate":"%s","residence":%s,"spells":[%s]}
        """
            .formatted(person, version, household, day, residence(counties), spells));
  }

  private void take(Step step, String day) {
    CaseSteps steps = department.part(CaseSteps.class);
    Deed deed =
        new Deed(
            step,
            LocalDate.parse(day),
            step == Step.APPROVED ? "lead" : "clerk",
            Set.of("CLERK", "LEAD", "BATCH"),
            "",
            step == Step.ON_NOTICE ? LocalDate.parse(day) : null,
            null);
    assertThat(
            department
                .part(ScopedTransactions.class)
                .write(
                    CountyScope.city(),
                    () ->
                        step == Step.PAID
                            ? steps.pay(List.of(new Paid(CASE, 100_000, "")), deed)
                            : steps.take(List.of(CASE), deed))
                .refused())
        .isEmpty();
  }

  /** This message of households and no other. */
  private void made(String golden) {
    List<Event> events = department.events("household");
    assertThat(events).as(golden).hasSize(1);
    Event event = events.getFirst();
    assertThat(event.topic()).isEqualTo(TOPIC);
    assertThat(event.key()).isEqualTo(HOUSEHOLD);
    assertThat(Contracts.violations(TOPIC, event.payload())).isEmpty();
    JsonNode expected = JsonMapper.shared().readTree(Contracts.golden(TOPIC).get(golden + ".json"));
    assertThat(known(event.json())).isEqualTo(known(expected));
  }

  private static JsonNode known(JsonNode message) {
    ObjectNode known = message.deepCopy().asObject();
    known.remove("recordedAt");
    return known;
  }
}
