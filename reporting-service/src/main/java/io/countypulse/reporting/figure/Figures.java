package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
    return of(snapshot.board(), query);
  }

  List<Figure> of(Board board, FigureQuery query) {
    FigureTable table = new FigureTable(board, units, query.asOf(), query.period());
    List<List<Figure>> columns =
        Arrays.stream(Indicator.values())
            .filter(query.indicators()::contains)
            .map(table::figures)
            .toList();
    List<Figure> figures = new ArrayList<>();
    List<Unit> rows = units.rows();
    for (int row = 0; row < rows.size(); row++) {
      if (query.scope().includes(rows.get(row).code())) {
        for (List<Figure> column : columns) {
          figures.add(column.get(row));
        }
      }
    }
    return figures;
  }

  /** One indicator of some units over several days, each day with the period it lies in. */
  public Map<Unit, List<TrendPoint>> trend(
      Snapshot snapshot, Indicator indicator, List<Unit> of, List<LocalDate> days) {
    Board board = snapshot.board().only(indicator.measures());
    Map<Unit, List<TrendPoint>> trend = new LinkedHashMap<>();
    of.forEach(unit -> trend.put(unit, new ArrayList<>(days.size())));
    for (LocalDate day : days) {
      DaySums sums = DaySums.of(board, units, day, Periods.asOf(day, null));
      trend.forEach(
          (unit, points) -> {
            Reading reading = indicator.read(sums.of(unit));
            points.add(new TrendPoint(day, reading.state(), reading.value()));
          });
    }
    return trend;
  }
}
