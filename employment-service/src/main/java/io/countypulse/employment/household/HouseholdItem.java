package io.countypulse.employment.household;

import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.platform.units.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of households.
 *
 * @param headCount as registered; null where it is not known
 * @param members people of it who are able to work
 */
public record HouseholdItem(
    String householdId,
    UnitCode county,
    String countyName,
    @Nullable String township,
    @Nullable String village,
    @Nullable HouseholdCategory category,
    @Nullable Integer headCount,
    int members) {}
