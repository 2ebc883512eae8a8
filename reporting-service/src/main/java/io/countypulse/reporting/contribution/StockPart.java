package io.countypulse.reporting.contribution;

import java.util.List;

/** One record's part in a stock, told from change to change as the days go on. */
final class StockPart {

  private final Measure measure;
  private final List<Contribution> contributions;
  private String county = "";
  private long amount;

  StockPart(Measure measure, List<Contribution> contributions) {
    this.measure = measure;
    this.contributions = contributions;
  }

  /** From this day on the record adds so much to the county's stock, and nothing elsewhere. */
  void becomes(int day, String inCounty, long newAmount) {
    if (inCounty.equals(county)) {
      add(day, newAmount - amount);
    } else {
      add(day, -amount);
      county = inCounty;
      add(day, newAmount);
    }
    amount = newAmount;
  }

  private void add(int day, long difference) {
    if (difference != 0) {
      contributions.add(
          new Contribution(new Cell(measure, county, Cell.NO_PERIOD, day), difference));
    }
  }
}
