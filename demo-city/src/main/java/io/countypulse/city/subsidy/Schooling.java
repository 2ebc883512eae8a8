package io.countypulse.city.subsidy;

import io.countypulse.city.Unit;

/**
 * The Yulu grants (雨露计划) of a unit for one school year.
 *
 * @param paid students who have had something
 * @param amount what they have had together, in yuan
 * @param paidMonthAgo of them, those who had it a month before the business date
 */
public record Schooling(Unit unit, int students, int paid, long amount, int paidMonthAgo) {

  public Schooling {
    if (paid > students || paidMonthAgo > paid || (paid == 0) != (amount == 0)) {
      throw new IllegalArgumentException(
          "%s: %d of %d students paid %d".formatted(unit.name(), paid, students, amount));
    }
  }
}
