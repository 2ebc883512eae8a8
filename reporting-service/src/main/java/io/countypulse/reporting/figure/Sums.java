package io.countypulse.reporting.figure;

import io.countypulse.reporting.contribution.Measure;
import io.countypulse.reporting.contribution.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/** The measures of one unit on one day; the one place where indicators are computed from them. */
final class Sums {

  private static final int DECIMALS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<Measure, Long> sums = new EnumMap<>(Measure.class);
  private final Map<Measure, Long> days = new EnumMap<>(Measure.class);
  private final Map<Measure, Long> daysOfLastYear = new EnumMap<>(Measure.class);

  /** The sum of a measure, in the smallest part of its quantity. */
  long of(Measure measure) {
    return sums.getOrDefault(measure, 0L);
  }

  void add(Measure measure, long amount) {
    sums.merge(measure, amount, Long::sum);
  }

  /** Adds a stock's days: its sum over all days of the year to date, and of last year to date. */
  void addDays(Measure measure, long thisYear, long lastYear) {
    days.merge(measure, thisYear, Long::sum);
    daysOfLastYear.merge(measure, lastYear, Long::sum);
  }

  /** The formula's value; not applicable where it divides by zero. */
  Reading read(Formula formula) {
    return switch (formula) {
      case Formula.Amount(Measure measure) -> amount(of(measure), measure.quantity());
      case Formula.Difference(Measure whole, Measure part) ->
          amount(of(whole) - of(part), whole.quantity());
      case Formula.Rate(Measure part, Measure whole) -> rate(of(part), of(whole));
      case Formula.DaysOnLastYear(Measure stock) ->
          rate(days.getOrDefault(stock, 0L), daysOfLastYear.getOrDefault(stock, 0L));
    };
  }

  /** 100 × part ÷ whole, HALF_UP to two decimals. */
  static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return HUNDRED.multiply(part).divide(whole, DECIMALS, RoundingMode.HALF_UP);
  }

  private static Reading amount(long amount, Quantity quantity) {
    return Reading.of(BigDecimal.valueOf(amount, quantity.decimals()));
  }

  private static Reading rate(long part, long whole) {
    return whole == 0
        ? Reading.without(State.NOT_APPLICABLE)
        : Reading.of(percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)));
  }
}
