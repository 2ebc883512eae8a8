package io.countypulse.reporting.figure;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.contribution.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one unit on any day, read from its own series: one unit and a few indicators over
 * many days, where {@link FigureTable} has all units on one day. Immutable.
 */
public final class UnitHistory {

  private static final Map<Indicator, Set<Measure>> MEASURES =
      Arrays.stream(Indicator.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  Indicator::measures,
                  (one, _) -> one,
                  () -> new EnumMap<>(Indicator.class)));

  private final Unit unit;
  private final Map<Measure, Map<String, Series>> series;

  private UnitHistory(Unit unit, Map<Measure, Map<String, Series>> series) {
    this.unit = unit;
    this.series = series;
  }

  /** The city and its counties, in file order; 待认定 is in the city only. */
  static Map<UnitCode, UnitHistory> of(Board board, Units units) {
    Map<UnitCode, Map<Measure, Map<String, Series>>> own = new HashMap<>();
    Map<Measure, Map<String, List<Series>>> all = new EnumMap<>(Measure.class);
    board.forEach(
        (name, series) ->
            Measure.find(name.measure())
                .ifPresent(
                    measure -> {
                      own.computeIfAbsent(
                              DaySums.countyOf(name.county(), units).code(),
                              _ -> new EnumMap<>(Measure.class))
                          .computeIfAbsent(measure, _ -> new HashMap<>())
                          .merge(name.period(), series, Series::plus);
                      all.computeIfAbsent(measure, _ -> new HashMap<>())
                          .computeIfAbsent(name.period(), _ -> new ArrayList<>())
                          .add(series);
                    }));
    own.put(units.city().code(), sums(all));
    Map<UnitCode, UnitHistory> histories = new LinkedHashMap<>();
    for (Unit unit : units.rows()) {
      if (!unit.equals(Unit.UNKNOWN)) {
        histories.put(unit.code(), new UnitHistory(unit, own.getOrDefault(unit.code(), Map.of())));
      }
    }
    return histories;
  }

  private static Map<Measure, Map<String, Series>> sums(
      Map<Measure, Map<String, List<Series>>> parts) {
    Map<Measure, Map<String, Series>> sums = new EnumMap<>(Measure.class);
    parts.forEach(
        (measure, periods) -> {
          Map<String, Series> byPeriod = new HashMap<>();
          periods.forEach((period, several) -> byPeriod.put(period, Series.sum(several)));
          sums.put(measure, byPeriod);
        });
    return sums;
  }

  public Unit unit() {
    return unit;
  }

  /** The indicator on a day, of the period shown on it. */
  public Reading on(LocalDate day, Indicator indicator) {
    return indicator.read(sums(SumDay.of(day), measures(indicator)));
  }

  /** Its value a month before a day, in the period shown on the day itself; null if none. */
  public @Nullable BigDecimal monthBefore(LocalDate day, Indicator indicator) {
    return earlier(day, day.minusMonths(1), indicator);
  }

  /** Its value on an earlier day, in the period shown on the later one; null if none. */
  public @Nullable BigDecimal earlier(LocalDate day, LocalDate earlier, Indicator indicator) {
    Periods periods = Periods.asOf(day, null);
    return indicator.earlier(
        sums(new SumDay(earlier, periods), measures(indicator)), periods, earlier);
  }

  /** How many a rate is of on a day: asked, entitled; zero where the indicator is no rate. */
  public long whole(LocalDate day, Indicator indicator) {
    Measure whole = indicator.whole();
    return whole == null ? 0 : sums(SumDay.of(day), Set.of(whole)).of(whole);
  }

  /**
   * The day by which the target behind an indicator is to be reached; of a city the mean of its
   * counties'. 31 December where nothing is said (DOMAIN.md § 8).
   */
  public LocalDate deadline(LocalDate day, Indicator indicator) {
    Measure holds = indicator.programme().targetHolds();
    Measure deadline = indicator.programme().deadline();
    if (holds != null && deadline != null) {
      Sums sums = sums(SumDay.of(day), Set.of(holds, deadline));
      if (sums.of(holds) > 0) {
        return LocalDate.ofEpochDay(Math.ceilDiv(sums.of(deadline), sums.of(holds)));
      }
    }
    return LocalDate.of(day.getYear(), 12, 31);
  }

  /** Whether nothing at all has changed against an earlier state of the same unit. */
  public boolean sameAs(UnitHistory other) {
    return unit.equals(other.unit)
        && series.keySet().equals(other.series.keySet())
        && series.entrySet().stream()
            .allMatch(each -> same(each.getValue(), other.series.get(each.getKey())));
  }

  /** Series never change, so one that is another object is another series. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(Map<String, Series> one, @Nullable Map<String, Series> other) {
    return other != null
        && one.size() == other.size()
        && one.entrySet().stream().allMatch(each -> other.get(each.getKey()) == each.getValue());
  }

  private Sums sums(SumDay day, Set<Measure> measures) {
    Sums sums = new Sums();
    for (Measure measure : measures) {
      Series one = series.getOrDefault(measure, Map.of()).get(day.periods().of(measure.period()));
      if (one != null) {
        day.add(measure, one, sums);
      }
    }
    return sums;
  }

  private static Set<Measure> measures(Indicator indicator) {
    return Objects.requireNonNull(MEASURES.get(indicator));
  }
}
