package io.countypulse.subsidy.student;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.subsidy.intake.Named;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sound row of the students file.
 *
 * @param stage SECONDARY or HIGHER; null where it is not told, or not known
 * @param schoolYear the year it begins in
 * @param term empty: the row is for the whole school year
 * @param amount fen; null: as the programme grants
 * @param paid fen; null: nothing yet
 */
record Student(
    UnitCode county,
    @Nullable String householdId,
    String personId,
    Named named,
    @Nullable String school,
    @Nullable String stage,
    int schoolYear,
    String term,
    @Nullable Long amount,
    @Nullable Long paid,
    @Nullable LocalDate paidOn) {}
