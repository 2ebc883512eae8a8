package io.countypulse.reporting.rule;

import java.math.BigDecimal;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** When a rule fires: small, typed, and no language of its own (decision 0028). */
public sealed interface Condition {

  /** The side of a line on which a figure is a problem. */
  enum Side {
    ABOVE,
    BELOW;

    boolean holds(BigDecimal value, BigDecimal line) {
      int order = value.compareTo(line);
      return this == ABOVE ? order > 0 : order < 0;
    }
  }

  /** What became of a figure since a month before. */
  enum Change {
    ROSE,
    FELL,
    UNCHANGED;

    boolean holds(BigDecimal value, BigDecimal before) {
      int order = value.compareTo(before);
      return switch (this) {
        case ROSE -> order > 0;
        case FELL -> order < 0;
        case UNCHANGED -> order == 0;
      };
    }
  }

  /**
   * A figure on the wrong side of a fixed line.
   *
   * @param severe a further line beyond which it is severe; null if there is none
   * @param asked the fewest it must speak of for the rule to say anything
   */
  record Threshold(
      Operand figure, Side side, BigDecimal line, @Nullable BigDecimal severe, int asked)
      implements Condition {}

  /** A county's figure further than a margin on the wrong side of the city's. */
  record AgainstCity(Operand figure, Side side, BigDecimal margin) implements Condition {}

  /**
   * A figure against its own of a month before.
   *
   * @param below only while it is below this; null always
   */
  record OnMonth(Operand figure, Change change, @Nullable BigDecimal below) implements Condition {}

  /**
   * A completion behind the share of the time that has gone by towards the target's deadline, by
   * more than a slack in percentage points; 1 January and the day itself both count.
   */
  record BehindCalendar(Operand figure, BigDecimal slack) implements Condition {}

  /** A figure below a line after a day of the year has passed. */
  record AfterDeadline(Operand figure, BigDecimal line, MonthDay deadline) implements Condition {}

  /** A figure of which the department has told nothing. */
  record NotReported(Operand figure) implements Condition {}

  /** Two figures that should be one differ by more than a tolerance. */
  record Disagreement(Operand figure, Operand other, BigDecimal tolerance) implements Condition {}

  /** A bank's business day that passed without an accepted feed. */
  record FeedOutstanding() implements Condition {}

  /** A figure here that is not what its owner's records say. */
  record LedgersDisagree() implements Condition {}

  /** The figure looked at first; null of a rule on feeds or on all figures. */
  default @Nullable Operand operand() {
    return switch (this) {
      case Threshold each -> each.figure();
      case AgainstCity each -> each.figure();
      case OnMonth each -> each.figure();
      case BehindCalendar each -> each.figure();
      case AfterDeadline each -> each.figure();
      case NotReported each -> each.figure();
      case Disagreement each -> each.figure();
      case FeedOutstanding _, LedgersDisagree _ -> null;
    };
  }

  /** Whether the city is a unit of the rule, beside its counties. */
  default boolean concernsCity() {
    return switch (this) {
      case AgainstCity _, NotReported _, Disagreement _ -> false;
      case FeedOutstanding _, LedgersDisagree _ -> true;
      case Threshold each -> each.figure().isRate();
      case OnMonth each -> each.figure().isRate();
      case BehindCalendar each -> each.figure().isRate();
      case AfterDeadline each -> each.figure().isRate();
    };
  }
}
