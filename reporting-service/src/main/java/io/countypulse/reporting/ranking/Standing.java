package io.countypulse.reporting.ranking;

import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A unit's place.
 *
 * @param value the rate, or overall the points, with two decimals
 * @param rank 1 the best; ties share a place and leave the next out: 1, 2, 2, 4
 * @param rankBefore a month earlier; null where it had no place
 * @param small too small beside the city to be called in
 * @param interview among the last three of those that fall short
 * @param twice so as well a month earlier
 */
public record Standing(
    UnitCode county,
    String name,
    BigDecimal value,
    int rank,
    @Nullable Integer rankBefore,
    boolean small,
    boolean interview,
    boolean twice) {}
