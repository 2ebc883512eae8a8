package io.countypulse.city;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one unit that must come out of its people on the business date (DOMAIN.md § 4, §
 * 9).
 *
 * @param target persons to be in work this year; null where none was set
 * @param working persons in work
 * @param outOfProvince those of them whose work is in another province
 */
public record Quota(Unit unit, @Nullable Integer target, int working, int outOfProvince) {

  public Quota {
    if (working < 0 || outOfProvince < 0 || outOfProvince > working) {
      throw new IllegalArgumentException(
          unit.name() + ": " + outOfProvince + " of " + working + " out of province");
    }
    if (target != null && target < 0) {
      throw new IllegalArgumentException(unit.name() + ": target " + target);
    }
  }
}
