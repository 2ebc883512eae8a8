package io.countypulse.city.lending;

/**
 * The microcredit figures of a unit as of a day (DOMAIN.md § 7); money in fen.
 *
 * @param issued lent since 1 January
 * @param issuedHouseholds households that were lent it
 * @param outstanding principal not yet repaid
 * @param overdue the part of it that is overdue
 * @param overdueHouseholds households with overdue principal
 */
public record Ledger(
    long issued, int issuedHouseholds, long outstanding, long overdue, int overdueHouseholds) {

  public Ledger {
    if (issued < 0 || issuedHouseholds < 0 || overdue < 0 || overdueHouseholds < 0) {
      throw new IllegalArgumentException("less than nothing");
    }
    if (overdue > outstanding) {
      throw new IllegalArgumentException(overdue + " overdue of " + outstanding);
    }
    if (issued > issuedHouseholds * Loan.CAP || overdue > overdueHouseholds * Loan.CAP) {
      throw new IllegalArgumentException("more than a household may have");
    }
  }
}
