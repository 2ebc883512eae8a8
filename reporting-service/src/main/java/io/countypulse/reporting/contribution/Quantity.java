package io.countypulse.reporting.contribution;

/** What is counted. Amounts are whole numbers of the smallest part: persons, or fen of yuan. */
public enum Quantity {
  PERSONS(0),
  HOUSEHOLDS(0),
  CALLS(0),
  DAYS(0),
  YUAN(2),
  PERCENT(2);

  private final int decimals;

  Quantity(int decimals) {
    this.decimals = decimals;
  }

  /** Digits behind the point where it is written out. */
  public int decimals() {
    return decimals;
  }
}
