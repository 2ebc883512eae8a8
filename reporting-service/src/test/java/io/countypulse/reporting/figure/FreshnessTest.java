package io.countypulse.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ADR 0003: how far the figures reach, and whose. */
class FreshnessTest {

  private static final Partition WORKERS = new Partition("employment.worker.v1", 0);
  private static final Partition TARGETS = new Partition("employment.target.v1", 0);
  private static final Partition LOANS = new Partition("credit.loan.v1", 0);
  private static final Instant EIGHT = Instant.parse("2024-06-10T08:00:00Z");
  private static final Instant NINE = Instant.parse("2024-06-10T09:00:00Z");

  @Test
  void nothingIsFreshBeforeAnyDepartmentWasHeardOf() {
    assertThat(expecting().recordedThrough()).isNull();
  }

  @Test
  void aDepartmentReachesAsFarAsItsSlowestPartition() {
    Freshness freshness = expecting().with(at(WORKERS, NINE));
    assertThat(freshness.recordedThrough()).isNull();
    assertThat(freshness.with(at(TARGETS, EIGHT)).recordedThrough("employment")).isEqualTo(EIGHT);
  }

  @Test
  void aDepartmentThatNeverPublishedHoldsUpNobody() {
    Freshness freshness = expecting().with(at(WORKERS, NINE)).with(at(TARGETS, NINE));
    assertThat(freshness.recordedThrough()).isEqualTo(NINE);
    assertThat(freshness.departments()).containsExactly("employment");
  }

  @Test
  void aDepartmentWithRecordsOnTheLogIsWaitedForUntilTheyAreTallied() {
    Freshness freshness =
        Freshness.NONE
            .expecting(Set.of(WORKERS, TARGETS, LOANS), Set.of("credit"))
            .with(at(WORKERS, NINE))
            .with(at(TARGETS, NINE));
    assertThat(freshness.recordedThrough()).isNull();
    assertThat(freshness.recordedThrough("employment")).isEqualTo(NINE);
    assertThat(freshness.with(at(LOANS, EIGHT)).recordedThrough()).isEqualTo(EIGHT);
  }

  @Test
  void timeNeverRunsBack() {
    Freshness freshness = expecting().with(at(LOANS, NINE)).with(at(LOANS, EIGHT));
    assertThat(freshness.recordedThrough("credit")).isEqualTo(NINE);
  }

  private static Freshness expecting() {
    return Freshness.NONE.expecting(Set.of(WORKERS, TARGETS, LOANS), Set.of());
  }

  private static Freshness at(Partition source, Instant through) {
    return Freshness.of(source, through, null);
  }
}
