package io.countypulse.reporting.contribution;

import io.countypulse.platform.units.UnitCode;

/**
 * A person counts in this county from this day on.
 *
 * @param from epoch day; {@link Entity#FIRST_DAY} for the first known county, which holds for all
 *     the past
 */
public record Stay(int from, String county) {
  public Stay {
    if (!UnitCode.valid(county)) {
      throw new IllegalArgumentException("not a unit code");
    }
  }
}
