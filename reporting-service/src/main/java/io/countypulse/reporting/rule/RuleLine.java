package io.countypulse.reporting.rule;

import io.countypulse.platform.units.UnitCode;
import io.countypulse.reporting.figure.UnitHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule's figure day by day, with the line it is held against. */
public final class RuleLine {

  private RuleLine() {}

  /**
   * A day of it.
   *
   * @param line null where there is none to draw
   */
  public record Point(LocalDate asOf, @Nullable BigDecimal value, @Nullable BigDecimal line) {}

  /** The days from 1 January to today; none of a rule that looks at no figure. */
  public static List<Point> of(Rule rule, UnitCode unit, Evaluation evaluation) {
    Operand figure = rule.condition().operand();
    UnitHistory history = evaluation.units().get(unit);
    if (figure == null || history == null) {
      return List.of();
    }
    Judge judge = new Judge(rule, history, evaluation.history(evaluation.city()));
    return evaluation
        .from()
        .datesUntil(evaluation.today().plusDays(1))
        .map(day -> new Point(day, figure.on(day, history), judge.line(day)))
        .toList();
  }
}
