package io.countypulse.reporting.explain;

import io.countypulse.reporting.contribution.Quantity;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.State;
import io.countypulse.reporting.figure.UnitHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit's part in what moved a figure between two days, each with the period shown on it.
 *
 * @param change after less before; of rates, in percentage points; what was not there counts as
 *     nothing for an amount, and gives no change for a rate
 */
record Movement(
    String county,
    String name,
    State stateBefore,
    @Nullable BigDecimal before,
    State stateAfter,
    @Nullable BigDecimal after,
    @Nullable BigDecimal change) {

  static Movement of(UnitHistory unit, Indicator indicator, LocalDate from, LocalDate to) {
    var before = unit.on(from, indicator);
    var after = unit.on(to, indicator);
    return new Movement(
        unit.unit().code().value(),
        unit.unit().name(),
        before.state(),
        before.value(),
        after.state(),
        after.value(),
        change(indicator, before.value(), after.value()));
  }

  private static @Nullable BigDecimal change(
      Indicator indicator, @Nullable BigDecimal before, @Nullable BigDecimal after) {
    boolean rate = indicator.quantity() == Quantity.PERCENT;
    if ((before == null && after == null) || (rate && (before == null || after == null))) {
      return null;
    }
    BigDecimal from = before == null ? BigDecimal.ZERO : before;
    return (after == null ? BigDecimal.ZERO : after).subtract(from);
  }
}
