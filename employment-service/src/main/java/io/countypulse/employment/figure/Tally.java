package io.countypulse.employment.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts of one place as of a day; without a target there is no such count. */
record Tally(Map<Measure, Long> counts) {

  static final Tally NOTHING = new Tally(Map.of());

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Tally {
    counts = Map.copyOf(counts);
  }

  Tally plus(Tally other) {
    Map<Measure, Long> sums = new EnumMap<>(Measure.class);
    Stream.of(counts, other.counts)
        .flatMap(each -> each.entrySet().stream())
        .forEach(count -> sums.merge(count.getKey(), count.getValue(), Long::sum));
    return new Tally(sums);
  }

  Figure.State state(Indicator indicator) {
    if (!hasTarget() && counts.values().stream().allMatch(count -> count == 0)) {
      return Figure.State.NOT_REPORTED;
    }
    return switch (indicator) {
      case TARGET -> hasTarget() ? Figure.State.VALUE : Figure.State.NO_TARGET;
      case COMPLETION_RATE -> hasTarget() ? shareOf(Measure.TARGET) : Figure.State.NO_TARGET;
      case MONTHS_VS_LAST_YEAR -> shareOf(Measure.DAYS_LAST_YEAR);
      case WORKING, OUT_OF_PROVINCE, WORKED_THIS_YEAR, RETURNED, RE_EMPLOYED -> Figure.State.VALUE;
    };
  }

  /** The value in the state VALUE, else null. */
  @Nullable Object value(Indicator indicator) {
    if (state(indicator) != Figure.State.VALUE) {
      return null;
    }
    return switch (indicator) {
      case TARGET -> of(Measure.TARGET);
      case WORKING -> of(Measure.WORKING);
      case OUT_OF_PROVINCE -> of(Measure.OUT_OF_PROVINCE);
      case WORKED_THIS_YEAR -> of(Measure.WORKED_THIS_YEAR);
      case RETURNED -> of(Measure.RETURNED);
      case RE_EMPLOYED -> of(Measure.RE_EMPLOYED);
      case COMPLETION_RATE -> rate(Measure.WORKING, Measure.TARGET);
      case MONTHS_VS_LAST_YEAR -> rate(Measure.DAYS, Measure.DAYS_LAST_YEAR);
    };
  }

  private boolean hasTarget() {
    return counts.containsKey(Measure.TARGET);
  }

  private long of(Measure measure) {
    return counts.getOrDefault(measure, 0L);
  }

  private Figure.State shareOf(Measure whole) {
    return of(whole) == 0 ? Figure.State.NOT_APPLICABLE : Figure.State.VALUE;
  }

  /** 100 × part ÷ whole, HALF_UP to two decimals. */
  private String rate(Measure part, Measure whole) {
    return HUNDRED
        .multiply(BigDecimal.valueOf(of(part)))
        .divide(BigDecimal.valueOf(of(whole)), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
