package io.countypulse.employment.business;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A business and who opened it; a person has one of a name. */
record Business(
    UnitCode county,
    String householdId,
    String personId,
    String name,
    LocalDate openedOn,
    @Nullable Founder kind) {}
