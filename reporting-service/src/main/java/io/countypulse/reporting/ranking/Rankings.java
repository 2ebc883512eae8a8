package io.countypulse.reporting.ranking;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.reporting.figure.Figure;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ranks the units of a city by its figures. */
public final class Rankings {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final int DECIMALS = 2;
  private static final int FEWEST_DISCIPLINES = 3;

  private final Figures figures;
  private final Units units;

  public Rankings(Figures figures, Units units) {
    this.figures = figures;
    this.units = units;
  }

  /** The ranking as of a day, beside that of a month earlier (month-ends clip). */
  public Ranking of(Snapshot snapshot, LocalDate asOf) {
    Map<Discipline, Places> now = places(snapshot, asOf);
    Map<Discipline, Places> before = places(snapshot, asOf.minusMonths(1));
    Map<Discipline, List<Standing>> standings = new EnumMap<>(Discipline.class);
    now.forEach(
        (discipline, places) ->
            standings.put(
                discipline,
                places.standings(before.getOrDefault(discipline, Places.of(List.of(), true)))));
    return new Ranking(asOf, standings, overall(now).standings(overall(before)));
  }

  private Map<Discipline, Places> places(Snapshot snapshot, LocalDate asOf) {
    Map<UnitCode, Map<Indicator, BigDecimal>> values = values(snapshot, asOf);
    Map<Discipline, Places> places = new EnumMap<>(Discipline.class);
    for (Discipline discipline : Discipline.values()) {
      places.put(discipline, Places.of(scores(discipline, values), discipline.higherIsBetter()));
    }
    return places;
  }

  private Map<UnitCode, Map<Indicator, BigDecimal>> values(Snapshot snapshot, LocalDate asOf) {
    FigureQuery query = new FigureQuery(asOf, null, CountyScope.city(), indicators());
    Map<UnitCode, Map<Indicator, BigDecimal>> values = new HashMap<>();
    for (Figure figure : figures.of(snapshot, query)) {
      if (figure.value() != null) {
        values
            .computeIfAbsent(figure.unit().code(), _ -> new EnumMap<>(Indicator.class))
            .put(figure.indicator(), figure.value());
      }
    }
    return values;
  }

  private static Set<Indicator> indicators() {
    Set<Indicator> wanted = EnumSet.of(Indicator.YULU_PAID);
    for (Discipline discipline : Discipline.values()) {
      wanted.add(discipline.base());
      discipline.rate().ifPresent(wanted::add);
    }
    return wanted;
  }

  private List<Score> scores(
      Discipline discipline, Map<UnitCode, Map<Indicator, BigDecimal>> values) {
    BigDecimal whole = base(discipline, values.getOrDefault(units.city().code(), Map.of()));
    List<Score> scores = new ArrayList<>();
    for (Unit unit : units.counties()) {
      Map<Indicator, BigDecimal> own = values.getOrDefault(unit.code(), Map.of());
      rate(discipline, own)
          .ifPresent(
              rate -> {
                boolean small = base(discipline, own).multiply(THOUSAND).compareTo(whole) < 0;
                scores.add(new Score(unit, rate, small, discipline.isReached(rate)));
              });
    }
    return scores;
  }

  private static Optional<BigDecimal> rate(
      Discipline discipline, Map<Indicator, BigDecimal> values) {
    if (discipline.rate().isPresent()) {
      return discipline.rate().map(values::get);
    }
    BigDecimal students = base(discipline, values);
    return Optional.ofNullable(values.get(Indicator.YULU_PAID))
        .filter(_ -> students.signum() > 0)
        .map(paid -> HUNDRED.multiply(paid).divide(students, DECIMALS, RoundingMode.HALF_UP));
  }

  private static BigDecimal base(Discipline discipline, Map<Indicator, BigDecimal> values) {
    return values.getOrDefault(discipline.base(), BigDecimal.ZERO);
  }

  /** The mean of a unit's points, where it takes part in enough programmes. */
  private Places overall(Map<Discipline, Places> disciplines) {
    List<Score> scores = new ArrayList<>();
    for (Unit unit : units.counties()) {
      List<BigDecimal> points =
          disciplines.values().stream()
              .flatMap(places -> points(places, unit.code()).stream())
              .toList();
      if (points.size() >= FEWEST_DISCIPLINES) {
        BigDecimal mean =
            points.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(points.size()), DECIMALS, RoundingMode.HALF_UP);
        scores.add(new Score(unit, mean, isSmallEverywhere(disciplines, unit.code()), false));
      }
    }
    return Places.of(scores, true);
  }

  private static boolean isSmallEverywhere(Map<Discipline, Places> disciplines, UnitCode unit) {
    return disciplines.values().stream()
        .flatMap(places -> places.bestFirst().stream())
        .filter(score -> score.unit().code().equals(unit))
        .allMatch(Score::small);
  }

  /** 100 for the first place, 0 for the last. */
  private static Optional<BigDecimal> points(Places places, UnitCode unit) {
    Integer rank = places.ranks().get(unit);
    int last = places.bestFirst().size();
    if (rank == null) {
      return Optional.empty();
    }
    return Optional.of(
        last == 1
            ? HUNDRED
            : HUNDRED
                .multiply(BigDecimal.valueOf(last - rank))
                .divide(BigDecimal.valueOf(last - 1), 6, RoundingMode.HALF_UP));
  }
}
