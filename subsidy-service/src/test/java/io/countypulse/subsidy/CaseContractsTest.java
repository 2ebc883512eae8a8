package io.countypulse.subsidy;

import static io.countypulse.subsidy.Sheets.household;
import static io.countypulse.subsidy.Sheets.student;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.subsidy.Department.Event;
import io.countypulse.subsidy.cases.CaseSteps;
import io.countypulse.subsidy.cases.CaseSteps.Paid;
import io.countypulse.subsidy.cases.Deed;
import io.countypulse.subsidy.cases.Outcome;
import io.countypulse.subsidy.cases.Step;
import io.countypulse.testing.Contracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the department hears and does makes exactly the golden messages of cases. */
class CaseContractsTest {

  private static final String CASE = "subsidy.case.v1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Department department = Department.shared().reset();
  private final CaseSteps steps = department.part(CaseSteps.class);

  @Test
  void everyGoldenMessageOfTheWorkersIsUnderstood() {
    Contracts.golden("employment.worker.v1")
        .values()
        .forEach(message -> department.hears("employment.worker.v1", message));
    Contracts.golden("employment.household.v1")
        .values()
        .forEach(message -> department.hears("employment.household.v1", message));
    assertThat(department.events())
        .isNotEmpty()
        .allSatisfy(
            event -> assertThat(Contracts.violations(event.topic(), event.payload())).isEmpty());
  }

  @Test
  void threeMonthsAwayAreSeenAheadAndAgainWhenTheyDoNotCome() {
    worker(
        "P53010000001",
        1,
        "2024-03-10",
        "H53010000001",
        "530113",
        """
        {"start":"2024-03-01","end":"2024-12-01","area":"OUT_OF_PROVINCE"}""");
    made("2024-03-10-detected-ahead");
    worker(
        "P53010000002",
        1,
        "2024-06-01",
        "H53010000001",
        "530113",
        """
        {"start":"2024-03-01","end":"2024-12-01","area":"OUT_OF_PROVINCE"}""");
    department.events();
    worker(
        "P53010000002",
        2,
        "2024-06-10",
        "H53010000001",
        "530113",
        """
        {"start":"2024-03-01","end":"2024-05-20","area":"OUT_OF_PROVINCE"}""");
    made("2024-06-10-withdrawn");
  }

  @Test
  void studentsMakeTheGoldenMessages() {
    department.imports(
        "students",
        "2023-10-15",
        Sheets.students(student("寻甸县", household(3), 3, "2023", "1", "", "2500", "2023-10-15")));
    made("2023-10-15-student-paid-for-a-term");
    department.imports(
        "students",
        "2024-04-20",
        Sheets.students(student("寻甸县", household(3), 3, "2023", "2", "", "2500", "2024-04-20")));
    made("2024-04-20-student-paid-for-both-terms");
    department.imports(
        "students",
        "2024-06-10",
        Sheets.students(student("某县", "", 4, "2023", "", "3000", "", "")));
    made("2024-06-10-household-unknown");
  }

  @Test
  void trainingMakesTheGoldenMessageAndOthersAreUnderstood() {
    department.hears(
        "employment.trainee.v1",
        """
        {"traineeId":"t1","version":1,"personId":"P53010000003","householdId":"H53010000003",
         "residence":[{"county":"530129"}],"start":"2024-05-06","end":"2024-05-31","removed":false,
         "businessDate":"2024-06-10","recordedAt":"2024-06-10T02:00:00Z"}
        """);
    made("2024-06-10-trained");
    for (String topic : List.of("trainee", "business", "workshop")) {
      Contracts.golden("employment." + topic + ".v1")
          .values()
          .forEach(message -> department.hears("employment." + topic + ".v1", message));
    }
    assertThat(department.events())
        .isNotEmpty()
        .allSatisfy(
            event -> assertThat(Contracts.violations(event.topic(), event.payload())).isEmpty());
  }

  @Test
  void aPaymentAndItsReturnMakeTheGoldenMessages() {
    String moved = "530113,2024-06-03 530102";
    department.hears(
        "employment.worker.v1",
        Sheets.worker(1, 1, "2024-03-10", moved, Sheets.away("2024-03-01", "")));
    String id = "TRANSPORT|P53010000001|2024";
    take(id, Step.APPLIED, "2024-06-02", "clerk");
    take(id, Step.VERIFIED, "2024-06-03", "clerk");
    take(id, Step.ON_NOTICE, "2024-06-04", "clerk");
    take(id, Step.APPROVED, "2024-06-05", "lead");
    take(id, Step.IN_BATCH, "2024-06-06", "lead");
    department.events();
    write(
        () -> steps.pay(List.of(new Paid(id, 100_000, "")), deed(Step.PAID, "2024-06-07", "lead")));
    madeButForVersion("2024-06-07-paid");
    take(id, Step.RETURNED, "2024-06-10", "lead");
    madeButForVersion("2024-06-10-sent-back");
  }

  private void take(String id, Step step, String day, String by) {
    assertThat(write(() -> steps.take(List.of(id), deed(step, day, by))).refused()).isEmpty();
  }

  private static Deed deed(Step step, String day, String by) {
    return new Deed(
        step,
        LocalDate.parse(day),
        by,
        Set.of("CLERK", "LEAD", "BATCH"),
        "",
        step == Step.ON_NOTICE ? LocalDate.parse(day) : null,
        null);
  }

  private Outcome write(Supplier<Outcome> work) {
    return department.part(ScopedTransactions.class).write(CountyScope.city(), work);
  }

  private void worker(
      String person, int version, String day, String household, String county, String spells) {
    department.hears(
        "employment.worker.v1",
        """
        {"personId":"%s","version":%d,"householdId":"%s","businessDate":"%s","residence":[{"county":"%s"}],
         "spells":[%s]}
        """
            .formatted(person, version, household, day, county, spells));
  }

  /** This message and no other. */
  private void made(String golden) {
    List<Event> events = department.events("case");
    assertThat(events).as(golden).hasSize(1);
    Event event = events.getFirst();
    assertThat(event.topic()).isEqualTo(CASE);
    assertThat(event.key()).isEqualTo(event.json().at("/caseId").asString());
    assertThat(Contracts.violations(CASE, event.payload())).isEmpty();
    JsonNode expected = JSON.readTree(Contracts.golden(CASE).get(golden + ".json"));
    assertThat(without(event.json(), "")).isEqualTo(without(expected, ""));
  }

  /** This message, whatever came before it. */
  private void madeButForVersion(String golden) {
    JsonNode expected = JSON.readTree(Contracts.golden(CASE).get(golden + ".json"));
    assertThat(department.events("case"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(without(event.json(), "version"))
                    .isEqualTo(without(expected, "version")));
  }

  private static JsonNode without(JsonNode message, String field) {
    ObjectNode rest = message.deepCopy().asObject();
    rest.remove(List.of("recordedAt", field));
    return rest;
  }
}
