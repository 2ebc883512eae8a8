package io.countypulse.reporting.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that made a rule fire on a day.
 *
 * @param value of the figure
 * @param line it was held against: a limit, the pace, the city
 * @param compared the other figure: a month before, the city's, the other ledger's
 * @param until the deadline that was counted towards
 */
public record Finding(
    LocalDate day,
    @Nullable BigDecimal value,
    @Nullable BigDecimal line,
    @Nullable BigDecimal compared,
    @Nullable LocalDate until) {

  static Finding of(LocalDate day, BigDecimal value, BigDecimal line) {
    return new Finding(day, value, line, null, null);
  }
}
