package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.cells.SeriesName;
import io.countypulse.reporting.contribution.Measure;
import io.countypulse.reporting.contribution.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The measures of all units on one day, the city's being the sum of all others'. */
final class DaySums {

  private final Units units;
  private final LocalDate day;
  private final Periods periods;
  private final LocalDate newYear;
  private final LocalDate lastDay;
  private final Map<UnitCode, Sums> byUnit = new HashMap<>();

  private DaySums(Units units, LocalDate day, Periods periods) {
    this.units = units;
    this.day = day;
    this.periods = periods;
    String year = periods.of(Period.YEAR);
    newYear = Period.YEAR.firstDay(year);
    lastDay = earlier(day, Period.YEAR.lastDay(year));
    units.rows().forEach(unit -> byUnit.put(unit.code(), new Sums()));
  }

  static DaySums of(Board board, Units units, LocalDate day, Periods periods) {
    DaySums sums = new DaySums(units, day, periods);
    board.forEach(sums::add);
    return sums;
  }

  Sums of(Unit unit) {
    return byUnit.getOrDefault(unit.code(), new Sums());
  }

  private void add(SeriesName name, Series series) {
    Measure measure = Measure.find(name.measure()).orElse(null);
    if (measure == null || !periods.of(measure.period()).equals(name.period())) {
      return;
    }
    Sums county = of(county(name.county()));
    Sums city = of(units.city());
    long sum = series.at(epochDay(day));
    county.add(measure, sum);
    city.add(measure, sum);
    if (Indicator.countsDays(measure)) {
      long thisYear = days(series, newYear, lastDay);
      long lastYear = days(series, newYear.minusYears(1), lastDay.minusYears(1));
      county.addDays(measure, thisYear, lastYear);
      city.addDays(measure, thisYear, lastYear);
    }
  }

  /** A code that is no county's stands under 待认定, so that it is in the total. */
  private Unit county(String code) {
    return units
        .find(new UnitCode(code))
        .filter(unit -> !unit.equals(units.city()))
        .orElse(Unit.UNKNOWN);
  }

  private static long days(Series series, LocalDate first, LocalDate last) {
    return series.sumOfDays(epochDay(first), epochDay(last));
  }

  private static int epochDay(LocalDate day) {
    return (int) day.toEpochDay();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
