package io.countypulse.credit.target;

import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sound row for the lending programme.
 *
 * @param value yuan, two decimals, zero included; null: no target
 */
record TargetRow(UnitCode county, int year, @Nullable BigDecimal value, LocalDate deadline) {}
