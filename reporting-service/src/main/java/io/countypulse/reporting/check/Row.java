package io.countypulse.reporting.check;

/**
 * A row of numbers.
 *
 * @param index in the printed table
 */
record Row(int index, String label, Kind kind) {

  /** What a row is to the total. */
  enum Kind {
    UNIT,
    SUBTOTAL,
    TOTAL,
    /** 其中: told once more. */
    THEREOF
  }
}
