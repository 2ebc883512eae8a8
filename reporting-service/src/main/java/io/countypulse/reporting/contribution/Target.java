package io.countypulse.reporting.contribution;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a county is to reach in a year: persons in work (DOMAIN.md § 4).
 *
 * @param year the period it belongs to, for example {@code 2024}
 * @param history the values and the day each counts from
 */
public record Target(long version, String county, String year, List<Step> history)
    implements Entity {

  /**
   * The target from a day on.
   *
   * @param from epoch day
   * @param value persons; null where the target is withdrawn
   */
  public record Step(int from, @Nullable Long value) {}

  public Target {
    history = history.stream().sorted(Comparator.comparingInt(Step::from)).toList();
  }

  @Override
  public void contribute(int horizonYear, Contributions to) {
    Long before = null;
    for (Step step : history) {
      Long after = step.value();
      add(to, Measure.TARGET, step, orZero(after) - orZero(before));
      add(to, Measure.TARGET_HOLDS, step, holds(after) - holds(before));
      before = after;
    }
  }

  private void add(Contributions to, Measure measure, Step step, long amount) {
    if (amount != 0) {
      to.add(new Cell(measure, county, year, step.from()), amount);
    }
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  private static long holds(@Nullable Long value) {
    return value == null ? 0 : 1;
  }
}
