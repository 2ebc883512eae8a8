package io.countypulse.employment.training;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training session.
 *
 * @param organiser who trains; empty where it is not told
 * @param endsOn the last end told of any trainee; null while none is
 * @param attendance how many attended
 */
record Course(
    UUID id,
    UnitCode county,
    String countyName,
    String trade,
    String organiser,
    LocalDate beginsOn,
    @Nullable LocalDate endsOn,
    int attendance) {}
