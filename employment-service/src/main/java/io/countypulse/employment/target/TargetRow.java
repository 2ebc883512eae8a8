package io.countypulse.employment.target;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sound row for the employment programme.
 *
 * @param value persons, zero included; null: no target
 */
record TargetRow(UnitCode county, int year, @Nullable Integer value, LocalDate deadline) {}
