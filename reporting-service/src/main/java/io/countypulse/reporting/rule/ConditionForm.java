package io.countypulse.reporting.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition as it is sent and stored; what its kind does not use is left out.
 *
 * @param kind {@code THRESHOLD, AGAINST_CITY, ON_MONTH, BEHIND_CALENDAR, AFTER_DEADLINE,
 *     NOT_REPORTED, DISAGREEMENT, FEED} or {@code LEDGERS}
 * @param figure an indicator's code, or two with a slash: one as per cent of the other
 * @param other the second figure of a disagreement
 * @param side {@code ABOVE} or {@code BELOW}
 * @param change {@code ROSE}, {@code FELL} or {@code UNCHANGED}
 * @param line the limit, margin, slack or tolerance, in the figure's own quantity
 * @param severe a further limit
 * @param asked the fewest a rate must speak of
 * @param deadline a day of the year, {@code 06-30}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionForm(
    @Nullable String kind,
    @Nullable String figure,
    @Nullable String other,
    @Nullable String side,
    @Nullable String change,
    @Nullable BigDecimal line,
    @Nullable BigDecimal severe,
    @Nullable Integer asked,
    @Nullable String deadline) {

  private static final BigDecimal LARGEST = new BigDecimal("1e15");

  /** What is wrong with a form: the field at fault and why. */
  static final class Malformed extends RuntimeException {
    private final String field;
    private final String english;

    Malformed(String field, String detail, String english) {
      super(detail);
      this.field = field;
      this.english = english;
    }

    String field() {
      return field;
    }

    String detail() {
      return Objects.requireNonNull(getMessage());
    }

    String english() {
      return english;
    }
  }

  /** The form of a condition. */
  public static ConditionForm of(Condition condition) {
    return switch (condition) {
      case Condition.Threshold(var figure, var side, var line, var severe, int asked) ->
          new ConditionForm(
              "THRESHOLD",
              figure.toString(),
              null,
              side.name(),
              null,
              line,
              severe,
              asked == 0 ? null : asked,
              null);
      case Condition.AgainstCity(var figure, var side, var margin) ->
          form("AGAINST_CITY", figure, null, side.name(), null, margin, null);
      case Condition.OnMonth(var figure, var change, var below) ->
          form("ON_MONTH", figure, null, null, change.name(), below, null);
      case Condition.BehindCalendar(var figure, var slack) ->
          form("BEHIND_CALENDAR", figure, null, null, null, slack, null);
      case Condition.AfterDeadline(var figure, var line, var deadline) ->
          form("AFTER_DEADLINE", figure, null, null, null, line, deadline.toString().substring(2));
      case Condition.NotReported(var figure) ->
          form("NOT_REPORTED", figure, null, null, null, null, null);
      case Condition.Disagreement(var figure, var other, var tolerance) ->
          form("DISAGREEMENT", figure, other.toString(), null, null, tolerance, null);
      case Condition.FeedOutstanding _ ->
          new ConditionForm("FEED", null, null, null, null, null, null, null, null);
      case Condition.LedgersDisagree _ ->
          new ConditionForm("LEDGERS", null, null, null, null, null, null, null, null);
    };
  }

  private static ConditionForm form(
      String kind,
      Operand figure,
      @Nullable String other,
      @Nullable String side,
      @Nullable String change,
      @Nullable BigDecimal line,
      @Nullable String deadline) {
    return new ConditionForm(
        kind, figure.toString(), other, side, change, line, null, null, deadline);
  }

  /**
   * The condition this is the form of.
   *
   * @throws Malformed naming the field at fault
   */
  public Condition condition() {
    return switch (kind == null ? "" : kind) {
      case "THRESHOLD" ->
          new Condition.Threshold(
              operand("figure", figure),
              choice("side", side, Condition.Side.values()),
              number(line),
              severe == null ? null : number(severe),
              asked == null ? 0 : Math.max(0, asked));
      case "AGAINST_CITY" ->
          new Condition.AgainstCity(
              operand("figure", figure),
              choice("side", side, Condition.Side.values()),
              notNegative(line));
      case "ON_MONTH" ->
          new Condition.OnMonth(
              operand("figure", figure),
              choice("change", change, Condition.Change.values()),
              line == null ? null : number(line));
      case "BEHIND_CALENDAR" ->
          new Condition.BehindCalendar(rate(operand("figure", figure)), notNegative(line));
      case "AFTER_DEADLINE" ->
          new Condition.AfterDeadline(operand("figure", figure), number(line), day());
      case "NOT_REPORTED" -> new Condition.NotReported(operand("figure", figure));
      case "DISAGREEMENT" ->
          new Condition.Disagreement(
              operand("figure", figure), operand("other", other), notNegative(line));
      case "FEED" -> new Condition.FeedOutstanding();
      case "LEDGERS" -> new Condition.LedgersDisagree();
      default -> throw new Malformed("condition.kind", "没有这种规则。", "There is no such kind of rule.");
    };
  }

  private static Operand operand(String field, @Nullable String text) {
    return Operand.parse(text == null ? "" : text)
        .orElseThrow(
            () ->
                new Malformed(
                    "condition." + field,
                    "没有这个指标：" + (text == null ? "" : text) + "。",
                    "There is no such figure."));
  }

  private static Operand rate(Operand operand) {
    if (!operand.isRate()) {
      throw new Malformed(
          "condition.figure", "与时间进度相比的应是完成率。", "What is held against the calendar is a rate.");
    }
    return operand;
  }

  private static <T extends Enum<T>> T choice(String field, @Nullable String text, T[] values) {
    return Arrays.stream(values)
        .filter(each -> each.name().equals(text == null ? "" : text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    "condition." + field,
                    "应为 " + Arrays.toString(values) + " 之一。",
                    "One of " + Arrays.toString(values) + "."));
  }

  private static BigDecimal number(@Nullable BigDecimal number) {
    if (number == null || number.abs().compareTo(LARGEST) > 0 || number.scale() > 4) {
      throw new Malformed(
          "condition.line", "请填写数值，小数不超过四位。", "A number with at most four decimals is needed.");
    }
    return new BigDecimal(number.toPlainString());
  }

  private static BigDecimal notNegative(@Nullable BigDecimal number) {
    BigDecimal checked = number(number);
    if (checked.signum() < 0) {
      throw new Malformed("condition.line", "数值不能为负。", "The number cannot be negative.");
    }
    return checked;
  }

  private MonthDay day() {
    try {
      return MonthDay.parse("--" + deadline);
    } catch (DateTimeParseException _) {
      throw new Malformed("condition.deadline", "日期应为 06-30 的格式。", "A day such as 06-30.");
    }
  }
}
