package io.countypulse.platform.intake;

/** What a row means whose county differs from the one on record (DOMAIN.md § 4, residence). */
public enum CountyChange {
  /** The household moved on the import's as-of date; the past stays. */
  MOVE,
  /** The county on record was wrong: the past is replaced as well. */
  CORRECT,
  /** The row is refused. */
  REFUSE
}
