package io.countypulse.city.subsidy;

import io.countypulse.city.Unit;

/**
 * The travel grants (跨省务工交通补助) a unit has paid in the business date's year.
 *
 * @param amount all of them together, in yuan
 */
public record Travel(Unit unit, int paid, long amount) {}
