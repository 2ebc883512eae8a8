package io.countypulse.city.lending;

import io.countypulse.city.people.Dice;
import java.time.LocalDate;
import java.util.List;

/** The loans of the years before that are served as agreed; most of the outstanding balance. */
final class OldLoans {

  private static final long STEP = 100_000;
  private static final long LARGE = 10_000_000_000L;

  private final Branch branch;
  private final Window window;
  private final Dice dice;
  private final Contracts contracts;

  OldLoans(Branch branch) {
    this.branch = branch;
    this.window = branch.window;
    this.dice = branch.dice;
    this.contracts = new Contracts(branch);
  }

  /** Lends so that, with the loans already there, both days' outstanding balances come out. */
  void lend(long monthAgo, long today) {
    long rest = today - branch.outstanding(window.today());
    long repaid = monthAgo - branch.outstanding(window.monthAgo()) - rest;
    if (rest < 0 || repaid < 0) {
      throw new IllegalArgumentException(
          "%s: %d left to lend, %d repaid".formatted(branch.unit.name(), rest, repaid));
    }
    long settled = repaid / 10 * 7 / STEP * STEP;
    settle(settled, window.late());
    settle(settled / 5 / STEP * STEP, window.early());
    rest -= payInstalments(repaid - settled, rest);
    if (rest > LARGE) {
      rest -= stretchTheRules();
    }
    while (rest > 0) {
      rest -= lend(Math.min(rest, balance()));
    }
  }

  /** Loans repaid in full on one of these days, most of them when due or earlier. */
  private void settle(long amount, List<LocalDate> days) {
    long rest = amount;
    while (rest > 0) {
      long balance = Math.min(rest, balance());
      LocalDate day = dice.pick(days);
      LocalDate due = dice.chance(0.06) ? lateBy(day, days) : day.plusDays(dice.exponential(9));
      Contract contract = contracts.due(due, balance);
      Position first = Position.normal(contract.issued(), due, balance);
      Position second = Position.settled(day, due);
      // A bank may leave out a loan once it is settled.
      LocalDate forgotten = dice.chance(0.01) ? window.reportAfter(day) : LocalDate.MAX;
      branch.lend(branch.household(), forgotten, contract, first, second);
      rest -= balance;
    }
  }

  /** A due date missed by days that have passed before the next of the two days. */
  private LocalDate lateBy(LocalDate day, List<LocalDate> days) {
    LocalDate due = day.minusDays(dice.between(1, 4));
    return due.isBefore(days.getFirst()) ? day : due;
  }

  /** Loans that shrank since the month before by so much together; gives what is still owed. */
  private long payInstalments(long amount, long most) {
    long rest = amount;
    long owed = 0;
    while (rest > 0) {
      long instalment = Math.min(rest, STEP * dice.between(2, 20));
      long balance = Math.min(most - owed, Loan.CAP - 20 * STEP);
      if (balance <= 0) {
        throw new IllegalArgumentException(branch.unit.name() + " repays more than it owes");
      }
      Contract contract = contracts.running(window.today(), Loan.CAP);
      LocalDate due = contract.due();
      branch.lend(
          contract,
          Position.normal(contract.issued(), due, balance + instalment),
          Position.normal(dice.pick(window.late()), due, balance));
      owed += balance;
      rest -= instalment;
    }
    return owed;
  }

  private long lend(long balance) {
    if (dice.chance(0.006)) {
      renew(balance);
      return balance;
    }
    String household = branch.household();
    if (balance >= 20 * STEP && balance <= Loan.CAP && dice.chance(0.05)) {
      long first = balance / 2 / STEP * STEP;
      running(household, first);
      running(household, balance - first);
    } else {
      running(household, balance);
    }
    return balance;
  }

  private void running(String household, long balance) {
    Contract contract = contracts.running(window.today(), balance);
    branch.lend(household, contract, Position.normal(contract.issued(), contract.due(), balance));
  }

  /** Renewed (续贷) on a reported day, when due or up to a week earlier. */
  private void renew(long balance) {
    LocalDate day = dice.pick(window.days());
    LocalDate due = day.plusDays(dice.below(8));
    Contract contract = contracts.shortDue(due, balance);
    branch.lend(
        contract,
        Position.normal(contract.issued(), due, balance),
        Position.normal(day, due.plusYears(1), balance).as(Status.RENEWED));
  }

  /**
   * Facts that are accepted and flagged (DOMAIN.md § 5): longer than three years, above the cap, to
   * a household that is not covered; gives what is owed.
   */
  private long stretchTheRules() {
    Contract running = contracts.running(window.today(), Loan.CAP);
    Contract longer = new Contract(running.issued(), running.issued().plusYears(4), Loan.CAP);
    branch.lend(longer, Position.normal(longer.issued(), longer.due(), Loan.CAP));
    String twice = branch.household();
    running(twice, Loan.CAP);
    running(twice, 30 * STEP);
    running("H" + branch.unit.code() + "9", 20 * STEP);
    return 2 * Loan.CAP + 50 * STEP;
  }

  /** Mostly what one household may have at most, mostly untouched. */
  private long balance() {
    int drawn = dice.below(100);
    long amount = drawn < 80 ? Loan.CAP : 10 * STEP * dice.between(1, 4);
    if (dice.chance(0.9)) {
      return amount;
    }
    return dice.chance(0.8)
        ? amount - STEP * dice.between(1, 9)
        : amount * dice.between(3, 11) / 12;
  }
}
