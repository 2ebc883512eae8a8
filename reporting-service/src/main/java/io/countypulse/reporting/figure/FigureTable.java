package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.contribution.Period;
import io.countypulse.reporting.contribution.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as of a day: the one place where they are computed (DOMAIN.md § 7). */
final class FigureTable {

  private final Units units;
  private final Periods periods;
  private final LocalDate monthEarlier;
  private final DaySums now;
  private final DaySums before;

  FigureTable(Board board, Units units, LocalDate asOf, @Nullable String period) {
    this.units = units;
    periods = Periods.asOf(asOf, period);
    monthEarlier = asOf.minusMonths(1);
    now = DaySums.of(board, units, asOf, periods);
    before = DaySums.of(board, units, monthEarlier, periods);
  }

  /** The indicator's figure of every unit, in the order of their rows. */
  List<Figure> figures(Indicator indicator) {
    Map<UnitCode, Integer> ranks = ranks(indicator);
    return units.rows().stream()
        .map(unit -> figure(unit, indicator, ranks.get(unit.code())))
        .toList();
  }

  private Figure figure(Unit unit, Indicator indicator, @Nullable Integer rank) {
    Reading reading = indicator.read(now.of(unit));
    BigDecimal value = reading.value();
    BigDecimal previous = value == null ? null : previous(unit, indicator);
    return new Figure(
        unit,
        indicator,
        indicator.period() == Period.NONE ? null : periods.of(indicator.period()),
        reading.state(),
        value,
        previous,
        value == null || previous == null ? null : value.subtract(previous),
        rank,
        value == null ? null : share(indicator, value));
  }

  private @Nullable BigDecimal previous(Unit unit, Indicator indicator) {
    return indicator.earlier(before.of(unit), periods, monthEarlier);
  }

  private @Nullable BigDecimal share(Indicator indicator, BigDecimal value) {
    BigDecimal whole = indicator.read(now.of(units.city())).value();
    return whole == null || whole.signum() == 0 || indicator.quantity() == Quantity.PERCENT
        ? null
        : Sums.percent(value, whole);
  }

  /** Ties share a rank and leave the next ones out: 1, 2, 2, 4. */
  private Map<UnitCode, Integer> ranks(Indicator indicator) {
    Map<UnitCode, BigDecimal> values = new HashMap<>();
    for (Unit county : units.counties()) {
      BigDecimal value = indicator.read(now.of(county)).value();
      if (value != null) {
        values.put(county.code(), value);
      }
    }
    Comparator<BigDecimal> ascending = Comparator.naturalOrder();
    List<BigDecimal> bestFirst = new ArrayList<>(values.values());
    bestFirst.sort(indicator.higherIsBetter() ? ascending.reversed() : ascending);
    Map<BigDecimal, Integer> places = new HashMap<>();
    for (int i = 0; i < bestFirst.size(); i++) {
      places.putIfAbsent(bestFirst.get(i), i + 1);
    }
    Map<UnitCode, Integer> ranks = new HashMap<>();
    values.forEach((county, value) -> ranks.put(county, places.get(value)));
    return ranks;
  }
}
