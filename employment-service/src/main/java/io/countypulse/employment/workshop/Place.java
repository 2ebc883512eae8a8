package io.countypulse.employment.workshop;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A workshop or public-welfare post, as of a day.
 *
 * @param id opaque; follows from post, county and name, and is what events carry
 * @param registered whether somebody has put it on record; the others are known from spells alone
 * @param people those with a spell there that covers the day
 * @param monthlyWages yuan, of all of them together
 * @param version of the record; null where there is none
 */
record Place(
    String id,
    AssistedPost post,
    UnitCode county,
    String countyName,
    String name,
    @Nullable String village,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    boolean registered,
    int people,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal monthlyWages,
    @Nullable Long version) {}
