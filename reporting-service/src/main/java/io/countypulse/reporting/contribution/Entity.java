package io.countypulse.reporting.contribution;

import java.util.List;

/**
 * The part of a record's state that figures are made of. Its contributions are a pure function of
 * it, so a newer state replaces an older one whatever order they arrive in (DOMAIN.md § 3).
 */
public sealed interface Entity
    permits Worker, Target, Loan, CreditHousehold, SubsidyCase, VerificationCall {

  /** The day from which facts without a beginning hold: 1 January 1900 as epoch day. */
  int FIRST_DAY = -25_567;

  /** Counts the states of the record; the higher one holds. */
  long version();

  /**
   * All dated contributions of this state; those that never end are unrolled to the end of the
   * horizon's year.
   */
  List<Contribution> contributions(int horizonYear);
}
