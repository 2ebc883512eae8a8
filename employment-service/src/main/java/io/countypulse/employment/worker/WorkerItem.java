package io.countypulse.employment.worker;

import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.Post;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of workers, personal data masked.
 *
 * @param county where the person counts on the day asked for
 * @param working whether in work on that day; area to end tell of the spell that decides
 */
public record WorkerItem(
    String personId,
    String householdId,
    UnitCode county,
    String countyName,
    @Nullable String township,
    @Nullable String village,
    @Nullable HouseholdCategory category,
    @Nullable Labour labour,
    String maskedName,
    String maskedIdentityNumber,
    boolean working,
    @Nullable WorkArea area,
    @Nullable String province,
    @Nullable String employer,
    @Nullable Post post,
    @Nullable LocalDate start,
    @Nullable LocalDate end) {}
