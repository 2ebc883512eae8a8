package io.countypulse.employment.figure;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which figures a change moves, from the department's own records. */
@Component
public class Effects {

  private static final String NOTHING = "——";
  private static final Map<String, String> TITLES =
      Map.of(
          "employment.target", "目标任务",
          "employment.working", "务工人数",
          "employment.out_of_province", "省外务工",
          "employment.worked_this_year", "今年务工过",
          "employment.completion_rate", "完成率",
          "employment.months_vs_last_year", "务工时长与上年同期比",
          "employment.returned", "返乡回流",
          "employment.re_employed", "再就业");

  private final Figures figures;
  private final Units units;

  Effects(Figures figures, Units units) {
    this.figures = figures;
    this.units = units;
  }

  /** The figures of some counties on some days, at one moment. */
  public static final class Snapshot {
    private final List<FigureTable> tables;

    private Snapshot(List<FigureTable> tables) {
      this.tables = List.copyOf(tables);
    }
  }

  /** What the figures are now, in the running transaction. */
  public Snapshot now(Set<UnitCode> counties, Collection<LocalDate> days) {
    CountyScope asked = new CountyScope.Counties(counties);
    return new Snapshot(
        days.stream()
            .map(
                day ->
                    FigureTable.of(
                        day, Level.COUNTY, asked, units, figures.current(asked, day, Level.COUNTY)))
            .toList());
  }

  /** The figures that differ, in the order of units and indicators. */
  public List<Effect> between(Snapshot before, Snapshot after) {
    List<Effect> effects = new ArrayList<>();
    for (int day = 0; day < before.tables.size(); day++) {
      FigureTable earlier = before.tables.get(day);
      FigureTable later = after.tables.get(day);
      for (int place = 0; place < earlier.figures().size(); place++) {
        Figure was = earlier.figures().get(place);
        Figure is = later.figures().get(place);
        if (!Objects.equals(was.value(), is.value()) || was.state() != is.state()) {
          effects.add(effect(later.asOf(), was, is));
        }
      }
    }
    return effects;
  }

  private Effect effect(LocalDate asOf, Figure was, Figure is) {
    String name = units.find(is.county()).map(Unit::name).orElse(is.county().value());
    String title = TITLES.getOrDefault(is.indicator(), is.indicator());
    return new Effect(
        is.county(),
        name,
        is.indicator(),
        asOf,
        was.value(),
        is.value(),
        name + " " + title + " " + shown(was.value()) + " → " + shown(is.value()));
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case String rate -> rate + "%";
      default -> value.toString();
    };
  }
}
