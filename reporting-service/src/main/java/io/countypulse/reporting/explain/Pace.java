package io.countypulse.reporting.explain;

import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.UnitHistory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a unit will reach its target in time at the pace it had so far (DOMAIN.md § 8).
 *
 * @param target what is to be reached by the deadline
 * @param value what is reached now
 * @param perDay what came a day since 1 January, that day included; of a stock, since its value on
 *     the last day of the year before
 * @param neededPerDay what has to come a day from tomorrow to the deadline; 0 where it is reached,
 *     null once no day is left
 * @param projected what there will be on the deadline at the pace so far
 */
record Pace(
    String county,
    String name,
    LocalDate asOf,
    LocalDate deadline,
    BigDecimal target,
    BigDecimal value,
    BigDecimal perDay,
    @Nullable BigDecimal neededPerDay,
    BigDecimal projected) {

  private static final int DECIMALS = 2;

  /** The pace of a unit; null where it has no target or no value. */
  static @Nullable Pace of(UnitHistory unit, Indicator amount, Indicator wanted, LocalDate asOf) {
    BigDecimal target = unit.on(asOf, wanted).value();
    BigDecimal value = unit.on(asOf, amount).value();
    if (target == null || value == null) {
      return null;
    }
    LocalDate deadline = unit.deadline(asOf, wanted);
    long left = Math.max(0, ChronoUnit.DAYS.between(asOf, deadline));
    BigDecimal before = unit.earlier(asOf, asOf.withDayOfYear(1).minusDays(1), amount);
    BigDecimal gained = value.subtract(before == null ? BigDecimal.ZERO : before);
    BigDecimal missing = target.subtract(value).max(BigDecimal.ZERO);
    return new Pace(
        unit.unit().code().value(),
        unit.unit().name(),
        asOf,
        deadline,
        target,
        value,
        perDay(gained, asOf.getDayOfYear()),
        needed(missing, left),
        value.add(projected(gained, left, asOf.getDayOfYear(), value.scale())));
  }

  private static @Nullable BigDecimal needed(BigDecimal missing, long left) {
    if (missing.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return left == 0 ? null : perDay(missing, left);
  }

  private static BigDecimal perDay(BigDecimal amount, long days) {
    return amount.divide(BigDecimal.valueOf(days), DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal projected(BigDecimal gained, long left, long gone, int scale) {
    return gained
        .multiply(BigDecimal.valueOf(left))
        .divide(BigDecimal.valueOf(gone), scale, RoundingMode.HALF_UP);
  }
}
