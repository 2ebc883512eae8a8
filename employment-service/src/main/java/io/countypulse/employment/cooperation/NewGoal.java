package io.countypulse.employment.cooperation;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is set.
 *
 * @param county a county, or the city's own code; the city where none is told
 * @param province full or short name
 * @param persons null withdraws the target
 * @param from the first of a year holds from 1 January, a change from this day (default: today)
 */
record NewGoal(
    @Nullable UnitCode county,
    @Nullable String province,
    @Nullable Integer year,
    @Nullable Integer persons,
    @Nullable LocalDate from) {}
