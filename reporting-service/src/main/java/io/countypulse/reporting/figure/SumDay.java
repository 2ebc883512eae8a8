package io.countypulse.reporting.figure;

import io.countypulse.reporting.contribution.Measure;
import io.countypulse.reporting.contribution.Period;
import java.time.LocalDate;

/** A day on which series are read, with the periods looked at. */
final class SumDay {

  private final Periods periods;
  private final int day;
  private final int newYear;
  private final int lastDay;
  private final int lastNewYear;
  private final int lastDayOfLastYear;

  SumDay(LocalDate asOf, Periods periods) {
    this.periods = periods;
    day = epochDay(asOf);
    String year = periods.of(Period.YEAR);
    LocalDate first = Period.YEAR.firstDay(year);
    LocalDate last = Period.YEAR.lastDay(year).isBefore(asOf) ? Period.YEAR.lastDay(year) : asOf;
    newYear = epochDay(first);
    lastDay = epochDay(last);
    lastNewYear = epochDay(first.minusYears(1));
    lastDayOfLastYear = epochDay(last.minusYears(1));
  }

  /** The day with the periods it is shown with. */
  static SumDay of(LocalDate day) {
    return new SumDay(day, Periods.asOf(day, null));
  }

  Periods periods() {
    return periods;
  }

  boolean looksAt(Measure measure, String period) {
    return periods.of(measure.period()).equals(period);
  }

  /** Adds what a series has come to on the day. */
  void add(Measure measure, Series series, Sums... to) {
    long sum = series.at(day);
    for (Sums sums : to) {
      sums.add(measure, sum);
    }
    if (Indicator.countsDays(measure)) {
      long thisYear = series.sumOfDays(newYear, lastDay);
      long lastYear = series.sumOfDays(lastNewYear, lastDayOfLastYear);
      for (Sums sums : to) {
        sums.addDays(measure, thisYear, lastYear);
      }
    }
  }

  private static int epochDay(LocalDate day) {
    return (int) day.toEpochDay();
  }
}
