package io.countypulse.reporting.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmissionPaceTest {

  private final EmissionPace pace = new EmissionPace();

  @Test
  void a_single_change_is_emitted_at_once() {
    pace.emitted(0, 0);
    pace.heard();
    assertThat(firstDue(10_000)).isBetween(10_000L, 10_020L);
  }

  @Test
  void a_file_on_its_way_is_emitted_in_ever_larger_steps() {
    int early = emissions(0, 1_000, 1_000);
    int late = emissions(20_000, 1_000, 10_000);
    assertThat(early).isBetween(3, 8);
    assertThat(late).isBetween(5, 10);
  }

  @Test
  void the_last_of_a_file_are_emitted_as_soon_as_no_more_come() {
    emissions(0, 1_000, 10_000);
    pace.heard();
    assertThat(firstDue(10_010)).isLessThan(10_010 + 800);
  }

  @Test
  void after_the_file_a_single_change_is_emitted_at_once_again() {
    emissions(0, 1_000, 10_000);
    firstDue(10_010);
    pace.emitted(12_000, 0);
    pace.heard();
    assertThat(firstDue(20_000)).isBetween(20_000L, 20_020L);
  }

  @Test
  void costly_emissions_rest_four_times_as_long() {
    pace.emitted(0, 200_000_000);
    pace.heard();
    assertThat(firstDue(10)).isBetween(200L, 800L);
  }

  /** Emissions while records come in every tick of ten milliseconds. */
  private int emissions(long from, int recordsATick, long millis) {
    int emissions = 0;
    for (long now = from; now < from + millis; now += 10) {
      for (int i = 0; i < recordsATick; i++) {
        pace.heard();
      }
      if (pace.due(now)) {
        pace.emitted(now, 0);
        emissions++;
      }
    }
    return emissions;
  }

  private long firstDue(long from) {
    long now = from;
    while (!pace.due(now)) {
      now += 10;
    }
    return now;
  }
}
