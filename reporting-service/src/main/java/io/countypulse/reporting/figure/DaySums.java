package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.cells.SeriesName;
import io.countypulse.reporting.contribution.Measure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The measures of all units on one day, the city's being the sum of all others'. */
final class DaySums {

  private final Units units;
  private final SumDay day;
  private final Map<UnitCode, Sums> byUnit = new HashMap<>();

  private DaySums(Units units, SumDay day) {
    this.units = units;
    this.day = day;
    units.rows().forEach(unit -> byUnit.put(unit.code(), new Sums()));
  }

  static DaySums of(Board board, Units units, LocalDate day, Periods periods) {
    DaySums sums = new DaySums(units, new SumDay(day, periods));
    board.forEach(sums::add);
    return sums;
  }

  Sums of(Unit unit) {
    return byUnit.getOrDefault(unit.code(), new Sums());
  }

  private void add(SeriesName name, Series series) {
    Measure measure = Measure.find(name.measure()).orElse(null);
    if (measure != null && day.looksAt(measure, name.period())) {
      day.add(measure, series, of(countyOf(name.county(), units)), of(units.city()));
    }
  }

  /** A code that is no county's stands under 待认定, so that it is in the total. */
  static Unit countyOf(String code, Units units) {
    return units
        .find(new UnitCode(code))
        .filter(unit -> !unit.equals(units.city()))
        .orElse(Unit.UNKNOWN);
  }
}
