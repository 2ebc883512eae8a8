package io.countypulse.reporting.rule;

import io.countypulse.reporting.figure.UnitHistory;
import io.countypulse.reporting.rule.Condition.AfterDeadline;
import io.countypulse.reporting.rule.Condition.AgainstCity;
import io.countypulse.reporting.rule.Condition.BehindCalendar;
import io.countypulse.reporting.rule.Condition.Disagreement;
import io.countypulse.reporting.rule.Condition.FeedOutstanding;
import io.countypulse.reporting.rule.Condition.LedgersDisagree;
import io.countypulse.reporting.rule.Condition.NotReported;
import io.countypulse.reporting.rule.Condition.OnMonth;
import io.countypulse.reporting.rule.Condition.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Holds one rule against the figures of one unit on one day. */
record Judge(Rule rule, UnitHistory unit, UnitHistory city) {

  private static final Verdict CLEAR = new Verdict.Clear();
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Verdict on(LocalDate day) {
    return switch (rule.condition()) {
      case Threshold condition -> threshold(condition, day);
      case AgainstCity condition -> againstCity(condition, day);
      case OnMonth condition -> onMonth(condition, day);
      case BehindCalendar condition -> behindCalendar(condition, day);
      case AfterDeadline condition -> afterDeadline(condition, day);
      case NotReported(Operand figure) ->
          figure.isReported(day, unit)
              ? CLEAR
              : holds(new Finding(day, null, null, null, null), rule.severity());
      case Disagreement condition -> disagreement(condition, day);
      case FeedOutstanding _, LedgersDisagree _ -> CLEAR;
    };
  }

  /** The line the figure is held against on a day; null where there is none. */
  @Nullable BigDecimal line(LocalDate day) {
    return switch (rule.condition()) {
      case Threshold condition -> condition.line();
      case AgainstCity condition -> line(condition, condition.figure().on(day, city));
      case OnMonth condition -> condition.figure().monthBefore(day, unit);
      case BehindCalendar condition -> pace(condition, day).subtract(condition.slack());
      case AfterDeadline condition -> condition.line();
      case Disagreement condition -> condition.other().on(day, unit);
      case NotReported _, FeedOutstanding _, LedgersDisagree _ -> null;
    };
  }

  private static @Nullable BigDecimal line(AgainstCity condition, @Nullable BigDecimal whole) {
    if (whole == null) {
      return null;
    }
    return condition.side() == Condition.Side.ABOVE
        ? whole.add(condition.margin())
        : whole.subtract(condition.margin());
  }

  private BigDecimal pace(BehindCalendar condition, LocalDate day) {
    return elapsed(day, unit.deadline(day, condition.figure().figure()));
  }

  private Verdict threshold(Threshold condition, LocalDate day) {
    BigDecimal value = condition.figure().on(day, unit);
    if (value == null || !condition.side().holds(value, condition.line())) {
      return CLEAR;
    }
    if (condition.asked() > 0
        && condition.figure().asked(day, unit).compareTo(BigDecimal.valueOf(condition.asked()))
            < 0) {
      return CLEAR;
    }
    BigDecimal severe = condition.severe();
    boolean beyond = severe != null && condition.side().holds(value, severe);
    return holds(
        Finding.of(day, value, severe != null && beyond ? severe : condition.line()),
        beyond ? Severity.SEVERE : rule.severity());
  }

  private Verdict againstCity(AgainstCity condition, LocalDate day) {
    BigDecimal value = condition.figure().on(day, unit);
    BigDecimal whole = condition.figure().on(day, city);
    BigDecimal line = line(condition, whole);
    if (value == null || line == null) {
      return CLEAR;
    }
    return condition.side().holds(value, line)
        ? holds(new Finding(day, value, line, whole, null), rule.severity())
        : CLEAR;
  }

  private Verdict onMonth(OnMonth condition, LocalDate day) {
    BigDecimal value = condition.figure().on(day, unit);
    BigDecimal below = condition.below();
    if (value == null || (below != null && value.compareTo(below) >= 0)) {
      return CLEAR;
    }
    BigDecimal before = condition.figure().monthBefore(day, unit);
    return before != null && condition.change().holds(value, before)
        ? holds(new Finding(day, value, below, before, null), rule.severity())
        : CLEAR;
  }

  private Verdict behindCalendar(BehindCalendar condition, LocalDate day) {
    BigDecimal value = condition.figure().on(day, unit);
    if (value == null) {
      return CLEAR;
    }
    LocalDate deadline = unit.deadline(day, condition.figure().figure());
    BigDecimal pace = pace(condition, day);
    BigDecimal line = pace.subtract(condition.slack());
    return value.compareTo(line) < 0
        ? holds(new Finding(day, value, line, pace, deadline), rule.severity())
        : CLEAR;
  }

  /** Per cent of the days from 1 January to the deadline that have come, HALF_UP; 100 after it. */
  private static BigDecimal elapsed(LocalDate day, LocalDate deadline) {
    LocalDate newYear = day.withDayOfYear(1);
    long whole = Math.max(1, ChronoUnit.DAYS.between(newYear, deadline) + 1);
    long gone = Math.min(whole, day.getDayOfYear());
    return HUNDRED
        .multiply(BigDecimal.valueOf(gone))
        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }

  private Verdict afterDeadline(AfterDeadline condition, LocalDate day) {
    LocalDate deadline = condition.deadline().atYear(day.getYear());
    BigDecimal value = condition.figure().on(day, unit);
    return value != null && day.isAfter(deadline) && value.compareTo(condition.line()) < 0
        ? holds(new Finding(day, value, condition.line(), null, deadline), rule.severity())
        : CLEAR;
  }

  private Verdict disagreement(Disagreement condition, LocalDate day) {
    BigDecimal value = condition.figure().on(day, unit);
    BigDecimal other = condition.other().on(day, unit);
    return value != null
            && other != null
            && value.subtract(other).abs().compareTo(condition.tolerance()) > 0
        ? holds(new Finding(day, value, condition.tolerance(), other, null), rule.severity())
        : CLEAR;
  }

  private static Verdict holds(Finding finding, Severity severity) {
    return new Verdict.Holds(severity, finding);
  }
}
