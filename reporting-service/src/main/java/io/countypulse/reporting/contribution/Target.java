package io.countypulse.reporting.contribution;

import io.countypulse.platform.units.UnitCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a county is to reach in a year: persons in work, or money lent (DOMAIN.md §§ 4, 5).
 *
 * @param year the period it belongs to, for example {@code 2024}
 * @param deadline epoch day by which it is to be reached
 * @param history the values and the day each counts from
 */
public record Target(
    long version, Programme programme, String county, String year, int deadline, List<Step> history)
    implements Entity {

  /**
   * The target from a day on.
   *
   * @param from epoch day
   * @param value in the target's quantity, of money in fen; null where the target is withdrawn
   */
  public record Step(int from, @Nullable Long value) {}

  public Target {
    if (!UnitCode.valid(county)) {
      throw new IllegalArgumentException("not a unit code");
    }
    history = InOrder.of(history, Comparator.comparingInt(Step::from));
  }

  @Override
  public List<Contribution> contributions(int horizonYear) {
    List<Contribution> contributions = new ArrayList<>(3 * history.size());
    Measure target = Objects.requireNonNull(programme.target());
    Measure holds = Objects.requireNonNull(programme.targetHolds());
    Measure due = Objects.requireNonNull(programme.deadline());
    Long before = null;
    for (Step step : history) {
      Long after = step.value();
      add(contributions, target, step.from(), orZero(after) - orZero(before));
      long change = holds(after) - holds(before);
      add(contributions, holds, step.from(), change);
      add(contributions, due, step.from(), change * deadline);
      before = after;
    }
    return contributions;
  }

  private void add(List<Contribution> to, Measure measure, int day, long amount) {
    if (amount != 0) {
      to.add(new Contribution(new Cell(measure, county, year, day), amount));
    }
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  private static long holds(@Nullable Long value) {
    return value == null ? 0 : 1;
  }
}
