package io.countypulse.city.lending;

import io.countypulse.city.people.Dice;
import java.util.List;

/** The loans of a unit, drawn so that its figures of both days come out (DOMAIN.md § 5, § 9). */
final class Portfolio {

  private Portfolio() {}

  /**
   * Draws the loans.
   *
   * @param households the unit's households, more than there will be loans
   */
  static List<Loan> of(Lending lending, List<String> households, Window window, long seed) {
    Dice dice = new Dice(seed, "loans of " + lending.unit().code());
    Branch branch = new Branch(lending.unit(), households, window, dice);
    new NewLoans(branch).lend(lending.monthAgo(), lending.today());
    new Arrears(branch).lend(lending.monthAgo(), lending.today());
    new OldLoans(branch).lend(lending.monthAgo().outstanding(), lending.today().outstanding());
    return branch.loans();
  }
}
