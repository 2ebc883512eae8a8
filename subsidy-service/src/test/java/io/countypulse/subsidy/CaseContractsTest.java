package io.countypulse.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.subsidy.Department.Event;
import io.countypulse.testing.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the department hears and does makes exactly the golden messages of cases. */
class CaseContractsTest {

  private static final String CASE = "subsidy.case.v1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Department department = Department.shared().reset();

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
    List<Event> events = department.events();
    assertThat(events).as(golden).hasSize(1);
    Event event = events.getFirst();
    assertThat(event.topic()).isEqualTo(CASE);
    assertThat(event.key()).isEqualTo(event.json().at("/caseId").asString());
    assertThat(Contracts.violations(CASE, event.payload())).isEmpty();
    JsonNode expected = JSON.readTree(Contracts.golden(CASE).get(golden + ".json"));
    assertThat(withoutInstant(event.json())).isEqualTo(withoutInstant(expected));
  }

  private static JsonNode withoutInstant(JsonNode message) {
    ObjectNode rest = message.deepCopy().asObject();
    rest.remove("recordedAt");
    return rest;
  }
}
