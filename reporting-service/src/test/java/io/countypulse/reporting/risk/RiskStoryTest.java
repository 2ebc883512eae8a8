package io.countypulse.reporting.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.CreditEvents;
import io.countypulse.reporting.EventLog;
import io.countypulse.reporting.Events;
import io.countypulse.reporting.Events.WorkerEvent;
import io.countypulse.reporting.RunningService;
import io.countypulse.testing.Contracts;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Households whose risk comes and goes by the day, each told of by three departments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskStoryTest {

  private static final String WUHUA = "530102";
  private static final String PANLONG = "530103";
  private static final String RISKS = "/api/reporting/risks";
  private static final String LEADER = TestTokens.shared().token("LEADER", "530100");
  private static final String WUHUA_CLERK = TestTokens.shared().token("EMPLOYMENT_CLERK", WUHUA);
  private static final String PANLONG_CLERK = TestTokens.shared().token("SUBSIDY_CLERK", PANLONG);

  private RunningService service;

  @BeforeAll
  void start() {
    service = RunningService.start(RunningService.newSettings());
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void theLevelRisesWithEachReasonAndFallsWhenOneEnds() {
    lostJob("A1", 1, WUHUA, "2024-05-01");
    income("H-A1", 1, 4, "30000.00", WUHUA);
    assertThat(level("H-A1", "2024-04-30")).isEqualTo("null");
    assertThat(level("H-A1", "2024-05-01")).isEqualTo("III");
    overdue("H-A1", 1, CreditEvents.overdue(WUHUA, "2024-06-01", ""));
    assertThat(level("H-A1", "2024-05-31")).isEqualTo("III");
    assertThat(level("H-A1", "2024-06-10")).isEqualTo("II");
    waiting("H-A1", 1, "2024-06-05");
    assertThat(level("H-A1", "2024-06-04")).isEqualTo("II");
    assertThat(level("H-A1", "2024-06-05")).isEqualTo("I");
    overdue("H-A1", 2, CreditEvents.overdue(WUHUA, "2024-06-01", "2024-06-08"));
    assertThat(level("H-A1", "2024-06-07")).isEqualTo("I");
    assertThat(level("H-A1", "2024-06-10")).isEqualTo("II");
    JsonNode found = one("H-A1", "2024-06-10", LEADER);
    assertThat(texts(found.get("household").get("reasons"), "code"))
        .containsExactly("LOW_INCOME", "LOST_JOB", "UNPAID");
    assertThat(texts(found.get("household").get("reasons"), "since"))
        .containsExactly("2023-01-01", "2024-05-01", "2024-06-05");
    assertThat(found.get("household").get("since").asString()).isEqualTo("2024-06-05");
    assertThat(found.get("outOfWork").get(0).get("personId").asString()).isEqualTo("A1");
  }

  @Test
  void twoReasonsWithoutIncomeAreLevelFourAndOneAloneIsNone() {
    lostJob("B1", 1, WUHUA, "2024-05-01");
    assertThat(level("H-B1", "2024-06-10")).isEqualTo("null");
    assertThat(item("H-B1", "")).isEmpty();
    overdue("H-B1", 1, CreditEvents.overdue(WUHUA, "2024-06-01", ""));
    assertThat(level("H-B1", "2024-06-10")).isEqualTo("IV");
    assertThat(item("H-B1", "&level=IV&reason=OVERDUE_LOAN")).hasSize(1);
    assertThat(item("H-B1", "&level=III")).isEmpty();
    assertThat(item("H-B1", "&reason=UNPAID")).isEmpty();
  }

  @Test
  void whoFindsWorkAgainIsAtRiskNoLonger() {
    income("H-C1", 1, 2, "8000.00", WUHUA);
    lostJob("C1", 1, WUHUA, "2024-05-01");
    assertThat(level("H-C1", "2024-06-10")).isEqualTo("III");
    take(
        Reason.LOST_JOB,
        Events.worker("C1", 2, WUHUA).works("2024-01-02", "2024-05-01").works("2024-06-03").json());
    assertThat(level("H-C1", "2024-06-02")).isEqualTo("III");
    assertThat(level("H-C1", "2024-06-10")).isEqualTo("null");
  }

  @Test
  void repeatsAndOlderVersionsChangeNothing() {
    income("H-D1", 2, 4, "30000.00", WUHUA);
    overdue("H-D1", 3, CreditEvents.overdue(WUHUA, "2024-06-01", ""));
    JsonNode before = one("H-D1", "2024-06-10", LEADER);
    overdue("H-D1", 3, CreditEvents.overdue(WUHUA, "2024-06-01", ""));
    overdue("H-D1", 2);
    income("H-D1", 1, 4, "90000.00", WUHUA);
    String both = overdueEvent("H-D1", 3, CreditEvents.overdue(WUHUA, "2024-06-01", ""));
    take(Reason.OVERDUE_LOAN, both, overdueEvent("H-D1", 1), both);
    assertThat(one("H-D1", "2024-06-10", LEADER)).isEqualTo(before);
    assertThat(before.get("household").get("level").asString()).isEqualTo("III");
  }

  @Test
  void whatCannotBeReadHoldsUpNothing() {
    take(
        Reason.OVERDUE_LOAN,
        "{\"householdId\":",
        "{}",
        overdueEvent("H-E1", 1, CreditEvents.overdue(WUHUA, "2024-06-01", "")));
    lostJob("E1", 1, WUHUA, "2024-05-01");
    assertThat(level("H-E1", "2024-06-10")).isEqualTo("IV");
  }

  @Test
  void aHouseholdIsOnTheListOfTheCountyItLivesInThatDay() {
    lostJob("F1", 1, WUHUA, "2024-05-01");
    overdue("H-F1", 1, CreditEvents.overdue(PANLONG, "2024-05-06", ""));
    assertThat(one("H-F1", "2024-06-10", WUHUA_CLERK).get("household").get("level").asString())
        .isEqualTo("IV");
    income("H-F1", 1, 4, "90000.00", WUHUA, PANLONG);
    assertThat(status("/H-F1?asOf=2024-06-10", WUHUA_CLERK)).isEqualTo(404);
    assertThat(item("H-F1", "&county=" + PANLONG)).hasSize(1);
    assertThat(item("H-F1", "&county=" + WUHUA)).isEmpty();
    assertThat(one("H-F1", "2024-05-31", WUHUA_CLERK).get("household").get("county").asString())
        .isEqualTo(WUHUA);
    assertThat(status("/H-F1?asOf=2024-05-31", PANLONG_CLERK)).isEqualTo(404);
    assertThat(
            one("H-F1", "2024-06-10", PANLONG_CLERK).get("household").get("countyName").asString())
        .isEqualTo("盘龙区");
  }

  @Test
  void thePagesAndTheCountsOfTheCountiesHoldTheSameHouseholds() {
    for (int i = 1; i <= 3; i++) {
      lostJob("G" + i, 1, PANLONG, "2024-05-0" + i);
      overdue("H-G" + i, 1, CreditEvents.overdue(PANLONG, "2024-05-06", ""));
    }
    List<String> walked = new ArrayList<>();
    String after = "";
    JsonNode page;
    do {
      page = service.getJson(RISKS + "?limit=2&county=" + PANLONG + after, PANLONG_CLERK);
      walked.addAll(texts(page.get("items"), "householdId"));
      after = "&after=" + page.get("next").asString("").replace("|", "%7C");
    } while (!page.get("next").isNull());
    assertThat(walked).doesNotHaveDuplicates().contains("H-G1", "H-G2", "H-G3");
    assertThat(page.get("count").asLong()).isEqualTo(walked.size());
    JsonNode summary = service.getJson(RISKS + "/summary", PANLONG_CLERK);
    assertThat(summary.get("counties")).hasSize(1);
    assertThat(summary.get("counties").get(0).get("total").asLong()).isEqualTo(walked.size());
    assertThat(summary.get("counties").get(0).get("levels").get("IV").asLong()).isPositive();
    assertThat(service.getJson(RISKS + "/summary", LEADER).get("counties")).hasSize(5);
    assertThat(service.getJson(RISKS + "?county=530100", LEADER).get("count").asLong())
        .isEqualTo(service.getJson(RISKS, LEADER).get("count").asLong());
  }

  @Test
  void onlyThoseWhoWorkWithHouseholdsSeeThemAndOnlyTheirCounties() {
    for (String role : List.of("OPERATOR", "BULLETIN_EDITOR", "BANK")) {
      assertThat(status("", TestTokens.shared().token(role, "530100"))).as(role).isEqualTo(403);
    }
    assertThat(status("", TestTokens.shared().token("AUDITOR", "530100"))).isEqualTo(200);
    assertThat(status("?county=" + PANLONG, WUHUA_CLERK)).isEqualTo(403);
    assertThat(status("/H-NOBODY", LEADER)).isEqualTo(404);
    for (String wrong :
        List.of("?level=V", "?reason=POOR", "?county=999999", "?after=1", "?asOf=1900-01-01")) {
      assertThat(status(wrong, LEADER)).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void anAnswerHoldsIdsAndDaysAndNothingOfAPerson() {
    lostJob("K1", 1, WUHUA, "2024-05-01");
    JsonNode found = one("H-K1", "2024-06-10", LEADER);
    assertThat(found.propertyNames()).containsExactlyInAnyOrder("asOf", "household", "outOfWork");
    assertThat(found.get("household").propertyNames())
        .containsExactlyInAnyOrder(
            "householdId", "county", "countyName", "category", "level", "reasons", "since");
    assertThat(found.get("outOfWork").get(0).propertyNames())
        .containsExactlyInAnyOrder("personId", "since");
  }

  @Test
  void whatTheDepartmentsWriteToTheLogIsOnTheListSoonAfter() {
    WorkerEvent worker = Events.worker("L1", 1, WUHUA).works("2024-01-02", "2024-05-01");
    try (EventLog log = new EventLog(RealParts.bootstrapServers())) {
      log.write(worker);
      log.commit(
          List.of(
              EventLog.event(
                  Reason.LOW_INCOME.topic(), "H-L1", incomeEvent("H-L1", 1, 3, "9000.00", WUHUA)),
              EventLog.event(
                  Reason.OVERDUE_LOAN.topic(),
                  "H-L1",
                  overdueEvent("H-L1", 1, CreditEvents.overdue(WUHUA, "2024-06-01", ""))),
              EventLog.event(
                  Reason.UNPAID.topic(), "H-L1", waitingEvent("H-L1", 1, "2024-06-05"))));
    }
    Eventually.holds(
        "on the list", Duration.ofSeconds(30), () -> item("H-L1", "&level=I").size() == 1);
  }

  private void lostJob(String person, long version, String county, String day) {
    take(Reason.LOST_JOB, Events.worker(person, version, county).works("2024-01-02", day).json());
  }

  private void income(String household, long version, int heads, String yuan, String... counties) {
    take(Reason.LOW_INCOME, incomeEvent(household, version, heads, yuan, counties));
  }

  private void overdue(String household, long version, String... overdue) {
    take(Reason.OVERDUE_LOAN, overdueEvent(household, version, overdue));
  }

  private void waiting(String household, long version, String from) {
    take(Reason.UNPAID, waitingEvent(household, version, from));
  }

  /** At home in the first county, and from 1 June in the second, if there is one. */
  private static String incomeEvent(
      String household, long version, int heads, String yuan, String... counties) {
    String moved =
        counties.length == 1
            ? ""
            : ",{\"from\":\"2024-06-01\",\"county\":\"%s\"}".formatted(counties[1]);
    return kept(
        Reason.LOW_INCOME,
        """
        {"householdId":"%s","version":%d,"category":"LIFTED","headCount":%d,\
        "incomes":[{"year":2023,"netIncome":"%s"}],"businessDate":"2024-06-10","recordedAt":"%s",\
        "residence":[{"county":"%s"}%s]}"""
            .formatted(household, version, heads, yuan, Instant.now(), counties[0], moved));
  }

  private static String overdueEvent(String household, long version, String... overdue) {
    return kept(
        Reason.OVERDUE_LOAN,
        CreditEvents.household(household, version, WUHUA, "2024-02-03", overdue));
  }

  private static String waitingEvent(String household, long version, String from) {
    return kept(
        Reason.UNPAID,
        """
        {"householdId":"%s","version":%d,"waiting":[{"programme":"TRANSPORT","county":"530102",\
        "from":"%s"}],"businessDate":"2024-06-10","recordedAt":"%s"}"""
            .formatted(household, version, from, Instant.now()));
  }

  /** What the story tells is what the contracts allow. */
  private static String kept(Reason reason, String json) {
    assertThat(Contracts.violations(reason.topic(), json)).isEqualTo(List.of());
    return json;
  }

  private void take(Reason reason, String... events) {
    service
        .part(RiskFacts.class)
        .take(
            reason,
            Stream.of(events)
                .map(
                    json -> {
                      var record =
                          new ConsumerRecord<>(
                              reason.topic(), 0, 0, "", json.getBytes(StandardCharsets.UTF_8));
                      byte[] type =
                          ("io.countypulse." + reason.topic()).getBytes(StandardCharsets.US_ASCII);
                      record.headers().add("ce_type", type);
                      return record;
                    })
                .toList());
  }

  private String level(String household, String day) {
    return one(household, day, LEADER).get("household").get("level").asString("null");
  }

  private JsonNode one(String household, String day, String token) {
    return service.getJson(RISKS + "/" + household + "?asOf=" + day, token);
  }

  private List<JsonNode> item(String household, String filter) {
    List<JsonNode> items = new ArrayList<>();
    service.getJson(RISKS + "?limit=200" + filter, LEADER).get("items").forEach(items::add);
    items.removeIf(each -> !each.get("householdId").asString().equals(household));
    return items;
  }

  private int status(String query, String token) {
    return service.get(RISKS + query, token).statusCode();
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.get(field).asString()));
    return texts;
  }
}
