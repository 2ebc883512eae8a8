package io.countypulse.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The alerts open today are those that follow from the city's files by the shipped rules. */
class AlertsTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension static final Kunming kunming = new Kunming();

  private static PulseApi leader;

  @BeforeAll
  static void start() {
    leader = kunming.city().signIn("leader");
  }

  @Test
  void theOpenAlertsAreThoseOfAnIndependentEvaluation() {
    Set<String> expected = new AlertOracle(kunming.city().files(), TODAY).open();
    assertThat(expected)
        .contains("target-missed.employment Z530101  WARNING 2024-01-01")
        .hasSizeGreaterThan(50);
    awaitOpen(leader, expected);
  }

  @Test
  void aCountyClerkIsToldOfTheOwnCountyOnly() {
    PulseApi clerk = kunming.city().signIn("credit-clerk");
    JsonNode alerts = clerk.getJson("/api/reporting/alerts?state=ALL").get("alerts");
    assertThat(alerts).isNotEmpty();
    for (JsonNode alert : alerts) {
      assertThat(alert.get("county").asString()).isEqualTo("530102");
    }
  }

  /** Waits until these are open and no others, and fails with the difference. */
  static void awaitOpen(PulseApi reader, Set<String> expected) {
    try {
      Eventually.holds("the alerts", PATIENCE, () -> open(reader).equals(expected));
    } catch (RuntimeException late) {
      assertThat(open(reader)).isEqualTo(expected);
    }
  }

  /** Every open alert as {@code rule unit bank severity opened}. */
  static Set<String> open(PulseApi reader) {
    Set<String> open = new TreeSet<>();
    for (JsonNode alert : reader.getJson("/api/reporting/alerts?state=OPEN").get("alerts")) {
      JsonNode bank = alert.get("bank");
      open.add(
          String.join(
              " ",
              alert.get("rule").asString(),
              alert.get("county").asString(),
              bank.isNull() ? "" : bank.asString(),
              alert.get("severity").asString(),
              alert.get("opened").asString()));
    }
    return open;
  }
}
