package io.countypulse.reporting.contribution;

/** Takes dated contributions. */
@FunctionalInterface
public interface Contributions {

  /** Adds an amount to a cell: persons, or later hundredths of a yuan. */
  void add(Cell cell, long amount);

  /** The same contributions taken away. */
  default Contributions negated() {
    return (cell, amount) -> add(cell, -amount);
  }
}
