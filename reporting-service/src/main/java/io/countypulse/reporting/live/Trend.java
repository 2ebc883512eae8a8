package io.countypulse.reporting.live;

import io.countypulse.platform.units.Unit;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.State;
import io.countypulse.reporting.figure.TrendPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One indicator of some units over time. */
record Trend(String indicator, List<Line> series) {

  /** One unit's points. */
  record Line(String county, String name, List<Point> points) {}

  /**
   * The indicator as of a day.
   *
   * @param value a number for counts, a string with two decimals for money and rates
   */
  record Point(LocalDate asOf, State state, @Nullable Object value) {}

  static Trend of(Indicator indicator, Map<Unit, List<TrendPoint>> points) {
    List<Line> lines =
        points.entrySet().stream()
            .map(each -> line(indicator, each.getKey(), each.getValue()))
            .toList();
    return new Trend(indicator.code(), lines);
  }

  private static Line line(Indicator indicator, Unit unit, List<TrendPoint> points) {
    return new Line(
        unit.code().value(),
        unit.name(),
        points.stream()
            .map(each -> new Point(each.asOf(), each.state(), value(indicator, each.value())))
            .toList());
  }

  private static @Nullable Object value(Indicator indicator, @Nullable BigDecimal value) {
    return value != null && indicator.quantity().decimals() > 0 ? value.toPlainString() : value;
  }
}
