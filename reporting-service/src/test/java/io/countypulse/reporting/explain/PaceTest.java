package io.countypulse.reporting.explain;

import static io.countypulse.reporting.figure.Histories.PANLONG;
import static io.countypulse.reporting.figure.Histories.WUHUA;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.reporting.figure.Histories;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.UnitHistory;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Needed a day to reach the target by its date, against the pace so far. */
class PaceTest {

  private static final LocalDate DAY_100 = LocalDate.of(2024, 4, 9);

  private final Histories sums = new Histories();

  @Test
  void aFlowIsProjectedToItsDeadlineAtThePaceSinceNewYear() {
    sums.lends(WUHUA, "2024-01-02", 1).target(WUHUA, 3_000, "2024-07-18");
    sums.add(WUHUA, "credit.issued", "2024", "2024-02-03", 100_000);
    Pace pace = credit(WUHUA);
    assertThat(pace.perDay()).isEqualTo("10.00");
    assertThat(pace.neededPerDay()).as("2,000 yuan in 100 days").isEqualTo("20.00");
    assertThat(pace.projected()).isEqualTo("2000.00");
  }

  @Test
  void whatIsReachedNeedsNothingAndAfterTheDeadlineNothingHelps() {
    sums.lends(WUHUA, "2024-01-02", 1).target(WUHUA, 1_000, "2024-07-18");
    sums.lends(PANLONG, "2024-01-02", 1).target(PANLONG, 3_000, "2024-03-31");
    sums.add(WUHUA, "credit.issued", "2024", "2024-02-03", 100_000);
    sums.add(PANLONG, "credit.issued", "2024", "2024-02-03", 100_000);
    assertThat(credit(WUHUA).neededPerDay()).isEqualTo("0");
    assertThat(credit(PANLONG).neededPerDay()).isNull();
    assertThat(credit(PANLONG).projected()).isEqualTo("1000.00");
  }

  @Test
  void whatMovedIsTheDifferenceOfTheTwoDaysEachWithItsOwnPeriod() {
    sums.lends(WUHUA, "2023-01-02", 1);
    sums.add(WUHUA, "credit.issued", "2023", "2023-02-03", 40_000);
    sums.add(WUHUA, "credit.issued", "2024", "2024-02-03", 100_000);
    Movement movement =
        Movement.of(history(WUHUA), Indicator.CREDIT_ISSUED, DAY_100.minusYears(1), DAY_100);
    assertThat(movement.before()).isEqualTo("400.00");
    assertThat(movement.after()).isEqualTo("1000.00");
    assertThat(movement.change()).isEqualTo("600.00");
  }

  private Pace credit(UnitCode county) {
    return Objects.requireNonNull(
        Pace.of(history(county), Indicator.CREDIT_ISSUED, Indicator.CREDIT_TARGET, DAY_100));
  }

  private UnitHistory history(UnitCode county) {
    return Objects.requireNonNull(sums.all().get(county));
  }
}
