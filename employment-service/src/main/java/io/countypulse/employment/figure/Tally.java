package io.countypulse.employment.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one place as of a day.
 *
 * @param people on the register there
 * @param target null without one
 */
record Tally(
    long people, long working, long outOfProvince, long workedThisYear, @Nullable Long target) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, null);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Tally plus(Tally other) {
    return new Tally(
        people + other.people,
        working + other.working,
        outOfProvince + other.outOfProvince,
        workedThisYear + other.workedThisYear,
        target == null
            ? other.target
            : Long.valueOf(other.target == null ? target : target + other.target));
  }

  Figure.State state(Indicator indicator) {
    if (target == null && people == 0 && workedThisYear == 0) {
      return Figure.State.NOT_REPORTED;
    }
    return switch (indicator) {
      case TARGET -> target == null ? Figure.State.NO_TARGET : Figure.State.VALUE;
      case COMPLETION_RATE ->
          target == null
              ? Figure.State.NO_TARGET
              : target == 0 ? Figure.State.NOT_APPLICABLE : Figure.State.VALUE;
      case WORKING, OUT_OF_PROVINCE, WORKED_THIS_YEAR -> Figure.State.VALUE;
    };
  }

  /** The value in the state VALUE, else null. */
  @Nullable Object value(Indicator indicator) {
    if (state(indicator) != Figure.State.VALUE) {
      return null;
    }
    return switch (indicator) {
      case TARGET -> target;
      case WORKING -> working;
      case OUT_OF_PROVINCE -> outOfProvince;
      case WORKED_THIS_YEAR -> workedThisYear;
      case COMPLETION_RATE -> target == null ? null : rate(working, target);
    };
  }

  /** 100 × part ÷ whole, HALF_UP to two decimals. */
  private static String rate(long part, long whole) {
    return HUNDRED
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
