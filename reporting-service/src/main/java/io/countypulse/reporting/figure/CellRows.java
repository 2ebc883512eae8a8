package io.countypulse.reporting.figure;

import io.countypulse.reporting.cells.SeriesName;

/** Cells column by column, as one statement takes them. */
final class CellRows {

  private final String[] counties;
  private final String[] measures;
  private final String[] periods;
  private final int[] days;
  private final long[] amounts;
  private int size;

  CellRows(int size) {
    counties = new String[size];
    measures = new String[size];
    periods = new String[size];
    days = new int[size];
    amounts = new long[size];
  }

  void add(SeriesName name, int day, long amount) {
    counties[size] = name.county();
    measures[size] = name.measure();
    periods[size] = name.period();
    days[size] = day;
    amounts[size++] = amount;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The columns in the order county, measure, period, day, amount. */
  Object[] columns() {
    return new Object[] {counties, measures, periods, days, amounts};
  }
}
