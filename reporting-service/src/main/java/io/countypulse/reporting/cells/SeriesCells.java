package io.countypulse.reporting.cells;

/**
 * Cells of one series: the days in ascending order, and the amount of each. Arrays are handed on.
 */
public final class SeriesCells {

  private final SeriesName name;
  private final int[] days;
  private final long[] amounts;

  public SeriesCells(SeriesName name, int[] days, long[] amounts) {
    if (days.length != amounts.length) {
      throw new IllegalArgumentException("a day without an amount in " + name);
    }
    this.name = name;
    this.days = days;
    this.amounts = amounts;
  }

  public SeriesName name() {
    return name;
  }

  public int size() {
    return days.length;
  }

  /** Epoch day of a cell. */
  public int day(int index) {
    return days[index];
  }

  /** Sum of all contributions of the partition to a cell. */
  public long amount(int index) {
    return amounts[index];
  }
}
