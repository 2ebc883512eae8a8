package io.countypulse.employment.figure;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures as of a day, in the order of the city's units; the city's row, where the whole city was
 * asked for, is the sum of all others, 待认定 included.
 */
record FigureTable(LocalDate asOf, List<Figure> figures) {

  /** A county, or a township or village of it. */
  record Place(UnitCode county, @Nullable String township, @Nullable String village) {
    static final Comparator<Place> WITHIN_COUNTY =
        comparing(Place::township, nullsFirst(naturalOrder()))
            .thenComparing(Place::village, nullsFirst(naturalOrder()));
  }

  FigureTable {
    figures = List.copyOf(figures);
  }

  static FigureTable of(
      LocalDate asOf, Level level, CountyScope asked, Units units, Map<Place, Tally> tallies) {
    Stream<Unit> rows =
        units.rows().stream()
            .filter(unit -> asked instanceof CountyScope.City || asked.includes(unit.code()));
    return new FigureTable(
        asOf,
        switch (level) {
          case COUNTY -> rows.flatMap(unit -> county(asOf, unit, units, tallies)).toList();
          case TOWNSHIP, VILLAGE ->
              rows.flatMap(unit -> below(asOf, unit.code(), tallies)).toList();
        });
  }

  private static Stream<Figure> county(
      LocalDate asOf, Unit unit, Units units, Map<Place, Tally> tallies) {
    Place place = new Place(unit.code(), null, null);
    Tally tally =
        unit.equals(units.city())
            ? tallies.values().stream().reduce(Tally.NOTHING, Tally::plus)
            : tallies.getOrDefault(place, Tally.NOTHING);
    return Stream.of(Indicator.values()).map(indicator -> figure(asOf, place, indicator, tally));
  }

  /** There are no targets below the county, and so no completion. */
  private static Stream<Figure> below(LocalDate asOf, UnitCode county, Map<Place, Tally> tallies) {
    return tallies.entrySet().stream()
        .filter(counted -> counted.getKey().county().equals(county))
        .sorted(Map.Entry.comparingByKey(Place.WITHIN_COUNTY))
        .flatMap(
            counted ->
                Stream.of(Indicator.values())
                    .filter(indicator -> !indicator.ofTarget())
                    .map(
                        indicator ->
                            figure(asOf, counted.getKey(), indicator, counted.getValue())));
  }

  private static Figure figure(LocalDate asOf, Place place, Indicator indicator, Tally tally) {
    return new Figure(
        place.county(),
        place.township(),
        place.village(),
        indicator.code(),
        indicator.yearly() ? Integer.toString(asOf.getYear()) : null,
        tally.state(indicator),
        tally.value(indicator));
  }
}
