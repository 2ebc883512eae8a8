package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All figures as of a day: the one place where they are computed (DOMAIN.md § 7). */
final class FigureTable {

  private final Units units;
  private final String period;
  private final DaySums now;
  private final DaySums monthAgo;

  private FigureTable(Board board, Units units, LocalDate asOf, String period) {
    this.units = units;
    this.period = period;
    now = DaySums.of(board, units, asOf, period);
    monthAgo = DaySums.of(board, units, asOf.minusMonths(1), period);
  }

  /**
   * One figure a unit and indicator, units in file order and 待认定 last.
   *
   * @param period of the flows and targets, for example {@code 2024}
   */
  static List<Figure> of(Board board, Units units, LocalDate asOf, String period) {
    return new FigureTable(board, units, asOf, period).figures();
  }

  private List<Figure> figures() {
    Map<Indicator, Map<Unit, Integer>> ranks = new HashMap<>();
    for (Indicator indicator : Indicator.values()) {
      ranks.put(indicator, ranks(indicator));
    }
    List<Figure> figures = new ArrayList<>();
    for (Unit unit : units.rows()) {
      for (Indicator indicator : Indicator.values()) {
        Map<Unit, Integer> rank = Objects.requireNonNull(ranks.get(indicator));
        figures.add(figure(unit, indicator, rank.get(unit)));
      }
    }
    return figures;
  }

  private Figure figure(Unit unit, Indicator indicator, @Nullable Integer rank) {
    Reading reading = indicator.read(now.of(unit));
    BigDecimal value = reading.value();
    BigDecimal previous = value == null ? null : previous(unit, indicator);
    return new Figure(
        unit,
        indicator,
        indicator.isPeriodic() ? period : null,
        reading.state(),
        value,
        previous,
        value == null || previous == null ? null : value.subtract(previous),
        rank,
        value == null || indicator.isRate() ? null : share(indicator, value));
  }

  /** Before a period began its counts were zero; a rate that had no value has no change. */
  private @Nullable BigDecimal previous(Unit unit, Indicator indicator) {
    Sums sums = monthAgo.of(unit);
    return indicator.isRate() ? indicator.read(sums).value() : indicator.count(sums);
  }

  private @Nullable BigDecimal share(Indicator indicator, BigDecimal value) {
    BigDecimal whole = indicator.count(now.of(units.city()));
    return whole.signum() == 0 ? null : Indicator.percent(value, whole);
  }

  /** Ties share a rank and leave the next ones out: 1, 2, 2, 4. */
  private Map<Unit, Integer> ranks(Indicator indicator) {
    Map<Unit, BigDecimal> values = new HashMap<>();
    for (Unit county : units.counties()) {
      BigDecimal value = indicator.read(now.of(county)).value();
      if (value != null) {
        values.put(county, value);
      }
    }
    Comparator<BigDecimal> ascending = Comparator.naturalOrder();
    List<BigDecimal> bestFirst =
        values.values().stream()
            .sorted(indicator.higherIsBetter() ? ascending.reversed() : ascending)
            .toList();
    Map<BigDecimal, Integer> places = new HashMap<>();
    for (int i = 0; i < bestFirst.size(); i++) {
      places.putIfAbsent(bestFirst.get(i), i + 1);
    }
    Map<Unit, Integer> ranks = new HashMap<>();
    values.forEach((county, value) -> ranks.put(county, places.get(value)));
    return ranks;
  }
}
