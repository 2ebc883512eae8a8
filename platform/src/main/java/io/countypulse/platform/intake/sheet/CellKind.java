package io.countypulse.platform.intake.sheet;

/** How a cell was stored. CSV knows only {@link #TEXT}. */
public enum CellKind {
  TEXT,
  /**
   * A spreadsheet number: its text is the plain decimal; beyond 15 digits the spreadsheet has lost
   * the rest.
   */
  NUMBER,
  /**
   * A spreadsheet number shown as a date: its text is {@code 2024-06-10}, or as stored where that
   * is no date.
   */
  DATE,
  /** A spreadsheet error such as {@code #REF!}. */
  ERROR
}
