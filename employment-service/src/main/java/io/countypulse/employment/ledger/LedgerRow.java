package io.countypulse.employment.ledger;

import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.employment.worker.Personal;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What another system says of somebody, in one row; several of a person are several spells.
 *
 * @param identityNumber there, or the person's code is
 * @param personal name and number, where both are told
 * @param working in work on the day, where the row says so outright
 */
record LedgerRow(
    UnitCode county,
    @Nullable String personId,
    @Nullable IdentityNumber identityNumber,
    @Nullable Personal personal,
    @Nullable String householdId,
    @Nullable String township,
    @Nullable String village,
    @Nullable HouseholdCategory category,
    @Nullable Labour labour,
    @Nullable Boolean working,
    @Nullable WorkArea area,
    @Nullable String province,
    @Nullable String employer,
    @Nullable LocalDate start,
    @Nullable LocalDate end) {}
