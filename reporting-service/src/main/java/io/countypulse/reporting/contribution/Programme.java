package io.countypulse.reporting.contribution;

import org.jspecify.annotations.Nullable;

/** A programme of a department: what tells that it knows a county, and that a target is set. */
public enum Programme {
  EMPLOYMENT(
      Measure.EMPLOYMENT_REGISTERED,
      null,
      Measure.EMPLOYMENT_TARGET,
      Measure.EMPLOYMENT_TARGET_HOLDS),
  MICROCREDIT(
      Measure.LOANS, Measure.LOAN_POSITIONS, Measure.CREDIT_TARGET, Measure.CREDIT_TARGET_HOLDS);

  private final Measure records;
  private final @Nullable Measure stocksTold;
  private final @Nullable Measure target;
  private final @Nullable Measure targetHolds;

  Programme(
      Measure records,
      @Nullable Measure stocksTold,
      @Nullable Measure target,
      @Nullable Measure targetHolds) {
    this.records = records;
    this.stocksTold = stocksTold;
    this.target = target;
    this.targetHolds = targetHolds;
  }

  /** Above zero where the department has records of a county. */
  public Measure records() {
    return records;
  }

  /** Above zero from when stocks are told of, where that is later: a bank's first position. */
  public @Nullable Measure stocksTold() {
    return stocksTold;
  }

  /** What a county is to reach in a year; null in a programme without targets. */
  public @Nullable Measure target() {
    return target;
  }

  /** Above zero where a target holds. */
  public @Nullable Measure targetHolds() {
    return targetHolds;
  }

  /** Whether a measure decides if there is a value at all. */
  public boolean tells(Measure measure) {
    return measure == records || measure == stocksTold || measure == targetHolds;
  }
}
