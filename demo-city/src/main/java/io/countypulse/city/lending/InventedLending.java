package io.countypulse.city.lending;

import io.countypulse.city.Quota;
import io.countypulse.city.people.Dice;
import java.time.LocalDate;

/** Figures of microcredit for a county that does not exist, as likely as Kunming's. */
public final class InventedLending {

  /** 1,000 yuan. */
  private static final long STEP = 100_000;

  /** 8,900 yuan: 3.8 loans for twenty people in work, each of some 47,000 yuan. */
  private static final long OUTSTANDING_PER_WORKING = 890_000;

  private static final int FEWEST = 500;

  private final Dice dice;
  private final LocalDate deadline;

  public InventedLending(Dice dice, LocalDate today) {
    this.dice = dice;
    this.deadline = LocalDate.of(today.getYear(), 12, 31);
  }

  /** Whether a county is large enough to lend. */
  public static boolean lends(Quota quota) {
    return quota.working() >= FEWEST;
  }

  public Lending of(Quota quota) {
    long outstanding = steps(quota.working() * OUTSTANDING_PER_WORKING, 1);
    long issued = steps(outstanding, 0.06 + 0.08 * dice.fraction());
    long issuedBefore = steps(issued, 0.7 + 0.2 * dice.fraction());
    int householdsBefore = households(issuedBefore);
    long repaid = steps(outstanding, 0.02);
    long outstandingBefore = outstanding - (issued - issuedBefore) + repaid;
    long overdue = steps(outstanding, 0.002 + 0.024 * dice.fraction() * dice.fraction());
    long overdueBefore = steps(overdue, 0.9 + 0.2 * dice.fraction());
    return new Lending(
        quota.unit(),
        Long.toString(Math.max(1, Math.round(issued / 1e6 / (0.2 + 0.6 * dice.fraction())))),
        deadline,
        new Ledger(
            issuedBefore,
            householdsBefore,
            outstandingBefore,
            overdueBefore,
            debtors(overdueBefore)),
        new Ledger(
            issued,
            householdsBefore + households(issued - issuedBefore),
            outstanding,
            overdue,
            debtors(overdue)));
  }

  private static long steps(long fen, double share) {
    return Math.max(1, Math.round((double) fen * share / STEP)) * STEP;
  }

  /** One household has little more than it needs to hold so much. */
  private static int households(long issued) {
    return Math.toIntExact(Math.ceilDiv(issued, Loan.CAP) * 103 / 100 + 1);
  }

  private static int debtors(long overdue) {
    return Math.toIntExact(Math.ceilDiv(overdue, 3_600_000));
  }
}
