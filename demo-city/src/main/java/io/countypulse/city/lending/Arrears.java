package io.countypulse.city.lending;

import io.countypulse.city.people.Dice;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The loans with overdue principal: of households in arrears all month, of those that fell behind
 * in it, and of those that found a way out.
 */
final class Arrears {

  /** 100 yuan. */
  private static final long STEP = 10_000;

  /** What a household in arrears owes on average at the very least. */
  private static final long LEAST = 20 * STEP;

  private static final int TRIES = 1_000;

  private final Branch branch;
  private final Window window;
  private final Dice dice;
  private final Contracts contracts;

  Arrears(Branch branch) {
    this.branch = branch;
    this.window = branch.window;
    this.dice = branch.dice;
    this.contracts = new Contracts(branch);
  }

  /** Lends so that overdue principal and households of both days come out. */
  void lend(Ledger monthAgo, Ledger today) {
    int both = Math.min(monthAgo.overdueHouseholds(), today.overdueHouseholds());
    int staying = both - (both + 9) / 10;
    int out = monthAgo.overdueHouseholds() - staying;
    for (int i = 0; i < TRIES; i++) {
      long[] now = Split.wide(today.overdue(), today.overdueHouseholds(), STEP, dice);
      long left = monthAgo.overdue() - Arrays.stream(now, 0, staying).sum();
      if (isBearable(left, out)) {
        lend(now, staying, left, out);
        return;
      }
    }
    throw new IllegalArgumentException(branch.unit.name() + ": arrears do not work out");
  }

  private static boolean isBearable(long left, int households) {
    return households == 0
        ? left == 0
        : left >= households * LEAST && left <= households * Loan.CAP * 9 / 10;
  }

  private void lend(long[] now, int staying, long left, int out) {
    long repaid = left;
    for (int i = 0; i < now.length; i++) {
      if (i >= staying) {
        fallBehind(now[i], i == staying);
        continue;
      }
      long repayment = STEP * dice.between(5, 40);
      boolean repays =
          dice.chance(0.12) && now[i] + repayment <= Loan.CAP && repaid - repayment >= out * LEAST;
      stay(now[i], repays ? repayment : 0);
      repaid -= repays ? repayment : 0;
    }
    for (long part : Split.wide(repaid, out, STEP, dice)) {
      findAWayOut(part);
    }
  }

  /** In arrears on both days; owed more by a repayment on the first of them. */
  private void stay(long overdue, long repayment) {
    long before = overdue + repayment;
    String household = branch.household();
    if (repayment == 0 && dice.chance(0.08)) {
      noticedLate(household, overdue);
    } else if (repayment == 0 && before >= 400 * STEP && dice.chance(0.1)) {
      stay(household, before / 2 / STEP * STEP, 0, false);
      stay(household, before - before / 2 / STEP * STEP, 0, false);
    } else {
      boolean instalment = repayment == 0 && before <= Loan.CAP / 2 && dice.chance(0.4);
      stay(household, before, repayment, instalment);
    }
  }

  private void stay(String household, long before, long repayment, boolean instalment) {
    LocalDate missed = window.first().minusDays(dice.between(2, 331));
    LocalDate due = instalment ? window.today().plusDays(dice.between(20, 500)) : missed;
    long rest = instalment ? STEP * dice.between(50, 250) : 0;
    Contract contract = contracts.due(due, before + rest);
    LocalDate since = later(missed, contract.issued()).plusDays(1);
    Position first = Position.overdue(contract.issued(), due, before + rest, before, since);
    if (repayment == 0) {
      branch.lend(household, contract, first);
    } else {
      long after = before - repayment;
      Position second = Position.overdue(dice.pick(window.late()), due, after, after, since);
      branch.lend(household, contract, first, second);
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Fell due before the first of the two days; the bank says so after it. */
  private void noticedLate(String household, long overdue) {
    LocalDate due = window.monthAgo().minusDays(dice.between(1, 4));
    Contract contract = contracts.due(due, overdue);
    branch.lend(
        household,
        contract,
        Position.normal(contract.issued(), due, overdue),
        Position.overdue(dice.pick(window.late()), due, overdue, overdue, due.plusDays(1)));
  }

  /**
   * In arrears on the second day only.
   *
   * @param unnoticed fell due after the last report
   */
  private void fallBehind(long overdue, boolean unnoticed) {
    if (!unnoticed && overdue <= Loan.CAP / 2 && dice.chance(0.4)) {
      missInstalment(overdue);
      return;
    }
    int days = Math.toIntExact(window.today().toEpochDay() - window.monthAgo().toEpochDay());
    LocalDate due = window.today().minusDays(unnoticed ? 1 : dice.between(1, days));
    Contract contract = contracts.due(due, overdue);
    Position first = Position.normal(contract.issued(), due, overdue);
    LocalDate noticed = window.reportAfter(due.plusDays(dice.below(6)));
    if (noticed.equals(LocalDate.MAX)) {
      branch.lend(contract, first);
    } else {
      branch.lend(
          contract, first, Position.overdue(noticed, due, overdue, overdue, due.plusDays(1)));
    }
  }

  private void missInstalment(long overdue) {
    LocalDate since = dice.pick(window.late());
    LocalDate due = window.today().plusDays(dice.between(20, 500));
    long balance = overdue + STEP * dice.between(50, 250);
    Contract contract = contracts.due(due, balance);
    branch.lend(
        contract,
        Position.normal(contract.issued(), due, balance),
        Position.overdue(since, due, balance, overdue, since));
  }

  /** In arrears on the first day only: settled, prolonged or written off since. */
  private void findAWayOut(long overdue) {
    LocalDate due = window.first().minusDays(dice.between(20, 200));
    LocalDate day = dice.pick(window.late());
    Contract contract = contracts.shortDue(due, overdue);
    Position first = Position.overdue(contract.issued(), due, overdue, overdue, due.plusDays(1));
    int drawn = dice.below(100);
    LocalDate prolonged = due.plusYears(1);
    Position second =
        drawn < 60
            ? Position.settled(day, due)
            : drawn < 90
                ? Position.normal(day, prolonged, overdue).as(Status.EXTENDED)
                : Position.writtenOff(day, due);
    branch.lend(contract, first, second);
  }
}
