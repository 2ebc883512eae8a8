package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of one unit as of a day (DOMAIN.md § 7).
 *
 * @param period null for a stock
 * @param value with the decimals of the indicator's quantity; null unless the state is VALUE
 * @param previous the same a month earlier; null where there was none
 * @param changeOnMonth value less previous; of rates, in percentage points
 * @param rank among counties, 1 the best; null for the city, 待认定 and whatever has no value
 * @param share per cent of the city; null for rates
 */
public record Figure(
    Unit unit,
    Indicator indicator,
    @Nullable String period,
    State state,
    @Nullable BigDecimal value,
    @Nullable BigDecimal previous,
    @Nullable BigDecimal changeOnMonth,
    @Nullable Integer rank,
    @Nullable BigDecimal share) {}
