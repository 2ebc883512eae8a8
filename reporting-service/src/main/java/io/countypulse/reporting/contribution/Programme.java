package io.countypulse.reporting.contribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A programme of a department: what tells that it knows a county, and that a target is set. */
@SuppressWarnings("ImmutableEnumChecker") // lists are made by List.of
public enum Programme {
  EMPLOYMENT(
      List.of(Measure.EMPLOYMENT_REGISTERED),
      null,
      Measure.EMPLOYMENT_TARGET,
      Measure.EMPLOYMENT_TARGET_HOLDS,
      Measure.EMPLOYMENT_DEADLINE),
  MICROCREDIT(
      List.of(Measure.LOANS),
      Measure.LOAN_POSITIONS,
      Measure.CREDIT_TARGET,
      Measure.CREDIT_TARGET_HOLDS,
      Measure.CREDIT_DEADLINE),
  /** Entitlement is found among the workers: where they are known, nobody entitled is a zero. */
  TRANSPORT(
      List.of(Measure.TRANSPORT_CASES, Measure.EMPLOYMENT_REGISTERED), null, null, null, null),
  YULU(List.of(Measure.YULU_CASES), null, null, null, null),
  /** Those to be trained come from the students. */
  YULU_PLUS(List.of(Measure.YULU_PLUS_CASES, Measure.YULU_CASES), null, null, null, null),
  CALLS(List.of(Measure.CALLS_REGISTERED), null, null, null, null);

  private final List<Measure> records;
  private final @Nullable Measure stocksTold;
  private final @Nullable Measure target;
  private final @Nullable Measure targetHolds;
  private final @Nullable Measure deadline;

  Programme(
      List<Measure> records,
      @Nullable Measure stocksTold,
      @Nullable Measure target,
      @Nullable Measure targetHolds,
      @Nullable Measure deadline) {
    this.records = records;
    this.stocksTold = stocksTold;
    this.target = target;
    this.targetHolds = targetHolds;
    this.deadline = deadline;
  }

  /** Any of them above zero where the department has records of a county. */
  public List<Measure> records() {
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

  /** The days by which targets are to be reached, added up. */
  public @Nullable Measure deadline() {
    return deadline;
  }

  /** Whether a measure decides if there is a value at all. */
  public boolean tells(Measure measure) {
    return records.contains(measure) || measure == stocksTold || measure == targetHolds;
  }
}
