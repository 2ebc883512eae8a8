package io.countypulse.credit.figure;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Figures as of a day, in the order of the city's units; the city's row, where the whole city was
 * asked for, is the sum of all others, 待认定 included.
 */
record FigureTable(LocalDate asOf, List<Figure> figures) {

  FigureTable {
    figures = List.copyOf(figures);
  }

  static FigureTable of(
      LocalDate asOf, CountyScope asked, Units units, Map<UnitCode, Tally> tallies) {
    return new FigureTable(
        asOf,
        units.rows().stream()
            .filter(unit -> asked instanceof CountyScope.City || asked.includes(unit.code()))
            .flatMap(unit -> row(asOf, unit, units, tallies))
            .toList());
  }

  private static Stream<Figure> row(
      LocalDate asOf, Unit unit, Units units, Map<UnitCode, Tally> tallies) {
    Tally tally =
        unit.equals(units.city())
            ? tallies.values().stream().reduce(Tally.NOTHING, Tally::plus)
            : tallies.getOrDefault(unit.code(), Tally.NOTHING);
    return Stream.of(Indicator.values())
        .map(
            indicator ->
                new Figure(
                    unit.code(),
                    indicator.code(),
                    indicator.yearly() ? Integer.toString(asOf.getYear()) : null,
                    tally.state(indicator),
                    tally.value(indicator)));
  }
}
