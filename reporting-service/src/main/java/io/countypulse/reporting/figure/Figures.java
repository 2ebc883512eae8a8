package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers questions from a snapshot. */
public final class Figures {

  private final Units units;

  public Figures(Units units) {
    this.units = units;
  }

  /**
   * The figures of a snapshot within a query's scope: units in file order, 待认定 last; the city's own
   * row only where the whole city may be seen.
   */
  public List<Figure> of(Snapshot snapshot, FigureQuery query) {
    return FigureTable.of(snapshot.board(), units, query.asOf(), query.period()).stream()
        .filter(figure -> query.scope().includes(figure.unit().code()))
        .filter(figure -> query.indicator() == null || figure.indicator() == query.indicator())
        .toList();
  }

  /** One indicator of some units over several days, each day with the period it lies in. */
  public Map<Unit, List<TrendPoint>> trend(
      Snapshot snapshot, Indicator indicator, List<Unit> of, List<LocalDate> days) {
    Map<Unit, List<TrendPoint>> trend = new LinkedHashMap<>();
    of.forEach(unit -> trend.put(unit, new ArrayList<>(days.size())));
    for (LocalDate day : days) {
      DaySums sums = DaySums.of(snapshot.board(), units, day, Periods.containing(day));
      trend.forEach(
          (unit, points) -> {
            Reading reading = indicator.read(sums.of(unit));
            points.add(new TrendPoint(day, reading.state(), reading.value()));
          });
    }
    return trend;
  }
}
