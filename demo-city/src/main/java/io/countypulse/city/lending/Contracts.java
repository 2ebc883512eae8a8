package io.countypulse.city.lending;

import io.countypulse.city.people.Dice;
import java.time.LocalDate;

/** Draws what was agreed on loans of the years before. */
final class Contracts {

  private static final int LONGEST = 3;
  private static final long[] USUAL = {500_000, 1_000_000, 2_000_000, 3_000_000, 4_000_000};

  private final LocalDate newYear;
  private final Dice dice;

  Contracts(Branch branch) {
    this.newYear = branch.window.newYear();
    this.dice = branch.dice;
  }

  /** A loan that falls due on a day, issued one to three years earlier and not this year. */
  Contract due(LocalDate due, long balance) {
    return due(due, balance, 1 + Math.max(dice.below(LONGEST), dice.below(LONGEST)));
  }

  /** A loan short enough to be prolonged by a year. */
  Contract shortDue(LocalDate due, long balance) {
    return due(due, balance, 1 + dice.below(2));
  }

  /** A loan of so many years, fewer where it would have been issued this year. */
  private Contract due(LocalDate due, long balance, int years) {
    LocalDate issued = BankDays.from(due.minusYears(years));
    while (!issued.isBefore(newYear)) {
      issued = BankDays.from(issued.minusYears(1));
    }
    return new Contract(issued, due, amount(balance));
  }

  /** A loan that is not due yet on the business date, issued in the years before. */
  Contract running(LocalDate today, long balance) {
    LocalDate earliest = today.minusYears(LONGEST).plusDays(8);
    int span = Math.toIntExact(newYear.toEpochDay() - earliest.toEpochDay());
    LocalDate issued = BankDays.from(earliest.plusDays(dice.below(span)));
    while (!issued.isBefore(newYear)) {
      issued = BankDays.from(issued.minusDays(9));
    }
    int years = LONGEST;
    while (years > 1 && issued.plusYears(years - 1L).isAfter(today) && dice.chance(0.4)) {
      years--;
    }
    return new Contract(issued, issued.plusYears(years), amount(balance));
  }

  /** What may have been lent where so much is still owed. */
  long amount(long balance) {
    if (dice.chance(0.6)) {
      for (long usual : USUAL) {
        if (usual >= balance) {
          return usual;
        }
      }
    }
    return Loan.CAP;
  }
}
