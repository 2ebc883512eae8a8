package io.countypulse.city.lending;

import java.time.LocalDate;
import java.util.List;

/** The loans issued in the business date's year (新增发放). */
final class NewLoans {

  private static final long STEP = 100_000;

  private final Branch branch;
  private final Window window;

  NewLoans(Branch branch) {
    this.branch = branch;
    this.window = branch.window;
  }

  /** Lends what was lent up to the month before, and the rest since. */
  void lend(Ledger monthAgo, Ledger today) {
    List<LocalDate> before = BankDays.between(window.newYear(), window.monthAgo());
    lend(monthAgo.issued(), monthAgo.issuedHouseholds(), before);
    LocalDate first = window.monthAgo().plusDays(1);
    lend(
        today.issued() - monthAgo.issued(),
        today.issuedHouseholds() - monthAgo.issuedHouseholds(),
        BankDays.between(first, window.last()));
  }

  private void lend(long amount, int households, List<LocalDate> days) {
    for (long part : Split.full(amount, households, STEP, branch.dice)) {
      String household = branch.household();
      if (part >= 20 * STEP && branch.dice.chance(0.04)) {
        long first = part / 2 / STEP * STEP;
        lend(household, first, branch.dice.pick(days));
        lend(household, part - first, branch.dice.pick(days));
      } else {
        lend(household, part, branch.dice.pick(days));
      }
    }
  }

  private void lend(String household, long amount, LocalDate issued) {
    int years = 1 + Math.max(branch.dice.below(3), branch.dice.below(3));
    Contract contract = new Contract(issued, issued.plusYears(years), amount);
    Position whole = Position.normal(issued, contract.due(), amount);
    LocalDate later = branch.dice.pick(window.early());
    if (!issued.isBefore(later) || amount < 10 * STEP || branch.dice.chance(0.95)) {
      branch.lend(household, contract, whole);
    } else if (branch.dice.chance(0.2)) {
      branch.lend(household, contract, whole, Position.settled(later, contract.due()));
    } else {
      long left = amount - STEP * (1 + branch.dice.below(8));
      branch.lend(household, contract, whole, Position.normal(later, contract.due(), left));
    }
  }
}
