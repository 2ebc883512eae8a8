package io.countypulse.reporting.check;

/** How many rows agree with a supposed relation; a row of zeros says little. */
final class Agreement {

  private static final int ENOUGH_ROWS = 3;

  private int rows;
  private int agreeing;
  private int telling;

  void add(boolean agrees, boolean tells) {
    rows++;
    agreeing += agrees ? 1 : 0;
    telling += agrees && tells ? 1 : 0;
  }

  /** Part of the rows that agree, from 0 to 1. */
  double share() {
    return rows == 0 ? 0 : (double) agreeing / rows;
  }

  /** Most rows agree, and enough of them with something else than zero. */
  boolean isClear() {
    return telling >= Math.min(ENOUGH_ROWS, Math.max(1, rows)) && share() >= 0.6;
  }

  /** Not disproved where the headings say so clearly. */
  boolean isConceivable() {
    return rows > 0 && (rows < ENOUGH_ROWS + 1 || share() >= 0.25);
  }
}
