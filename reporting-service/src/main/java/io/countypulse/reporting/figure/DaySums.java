package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.cells.SeriesName;
import io.countypulse.reporting.contribution.Cell;
import io.countypulse.reporting.contribution.Measure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The measures of all units on one day, the city's being the sum of all others'. */
final class DaySums {

  private static final Map<String, Measure> MEASURES = measures();

  private final Units units;
  private final Map<UnitCode, Sums> byUnit = new HashMap<>();

  private DaySums(Units units) {
    this.units = units;
    units.rows().forEach(unit -> byUnit.put(unit.code(), new Sums()));
  }

  static DaySums of(Board board, Units units, LocalDate day, String period) {
    DaySums sums = new DaySums(units);
    int epochDay = (int) day.toEpochDay();
    board.forEach(
        (name, series) -> {
          if (name.period().equals(Cell.NO_PERIOD) || name.period().equals(period)) {
            sums.add(name, series.at(epochDay));
          }
        });
    return sums;
  }

  Sums of(Unit unit) {
    return byUnit.getOrDefault(unit.code(), new Sums());
  }

  private void add(SeriesName name, long amount) {
    Measure measure = MEASURES.get(name.measure());
    if (measure != null) {
      of(county(name.county())).add(measure, amount);
      of(units.city()).add(measure, amount);
    }
  }

  /** A code that is no county's stands under 待认定, so that it is in the total. */
  private Unit county(String code) {
    return units
        .find(new UnitCode(code))
        .filter(unit -> !unit.equals(units.city()))
        .orElse(Unit.UNKNOWN);
  }

  private static Map<String, Measure> measures() {
    Map<String, Measure> measures = new HashMap<>();
    for (Measure measure : Measure.values()) {
      measures.put(measure.code(), measure);
    }
    return measures;
  }
}
