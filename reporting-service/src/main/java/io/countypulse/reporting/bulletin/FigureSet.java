package io.countypulse.reporting.bulletin;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every figure of the city as of a day.
 *
 * @param city the city's code
 * @param rows in the order of units, the city's first
 */
record FigureSet(LocalDate asOf, String city, List<FigureRow> rows) {
  FigureSet {
    rows = List.copyOf(rows);
  }

  /** A figure, by unit and indicator. */
  Optional<FigureRow> find(String county, String indicator) {
    return Optional.ofNullable(index().get(county + "|" + indicator));
  }

  /** All figures, by unit and indicator: {@code 530102|employment.working}. */
  Map<String, FigureRow> index() {
    Map<String, FigureRow> index = new HashMap<>();
    rows.forEach(row -> index.put(row.county() + "|" + row.indicator(), row));
    return index;
  }

  /** Codes and names of all units but the city, in their order. */
  Map<String, String> counties() {
    Map<String, String> counties = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> !row.county().equals(city))
        .forEach(row -> counties.put(row.county(), row.name()));
    return counties;
  }

  /** The figures that say something else now, as they are now, beside what was published. */
  List<Restated> restated(FigureSet now) {
    Map<String, FigureRow> current = now.index();
    return rows.stream()
        .flatMap(
            old ->
                Optional.ofNullable(current.get(old.county() + "|" + old.indicator()))
                    .filter(row -> !row.says(old))
                    .map(row -> new Restated(old, row))
                    .stream())
        .toList();
  }

  /** A figure as published, and as late data have it. */
  record Restated(FigureRow published, FigureRow restated) {}
}
