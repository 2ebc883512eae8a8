package io.countypulse.reporting.rule;

import io.countypulse.reporting.contribution.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says of itself: why it fired, and what would clear it, Chinese first.
 *
 * @param why for example 小额信贷逾期率 1.30%，高于 1%
 * @param clears for example 小额信贷逾期率降至 1% 及以下，并保持 3 个工作日
 */
public record Wording(String why, String whyEn, String clears, String clearsEn) {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /** The words for a rule and the numbers it last held with. */
  public static Wording of(Rule rule, Finding found) {
    return switch (rule.condition()) {
      case Condition.Threshold each -> threshold(each, found).lasting(rule);
      case Condition.AgainstCity each -> againstCity(each, found).lasting(rule);
      case Condition.OnMonth each -> onMonth(each, found).lasting(rule);
      case Condition.BehindCalendar each -> behindCalendar(each, found).lasting(rule);
      case Condition.AfterDeadline each -> afterDeadline(each, found).lasting(rule);
      case Condition.NotReported each ->
          new Wording(
                  each.figure().name().zh() + "尚未报送",
                  "No " + each.figure().name().en() + " reported",
                  "报送该项数据",
                  "The figure is reported")
              .lasting(rule);
      case Condition.Disagreement each -> disagreement(each, found).lasting(rule);
      case Condition.FeedOutstanding _ ->
          new Wording(
                  found.day() + " 的贷款数据未按时报送或被退回",
                  "No accepted feed for the business day " + found.day(),
                  "该银行按时报送且数据被接收",
                  "The bank's feeds come in time and are accepted")
              .lasting(rule);
      case Condition.LedgersDisagree _ ->
          new Wording(
                  found.day() + " 有 " + Text.plain(found.value()) + " 项数据与业务部门台账不一致（见“账账核对”）",
                  Text.plain(found.value())
                      + " figures differ from their owners' records on "
                      + found.day(),
                  "两边数据一致",
                  "Both sides say the same")
              .lasting(rule);
    };
  }

  private static Wording threshold(Condition.Threshold rule, Finding found) {
    Text text = new Text(rule.figure());
    boolean above = rule.side() == Condition.Side.ABOVE;
    boolean severe =
        rule.severe() != null
            && found.value() != null
            && rule.side().holds(found.value(), rule.severe());
    return new Wording(
        text.zh(found.value())
            + (above ? "，高于" : "，低于")
            + (severe ? "严重线 " : " ")
            + text.number(found.line()),
        text.en(found.value())
            + (above ? ", above " : ", below ")
            + (severe ? "the severe line of " : "")
            + text.numberEn(found.line()),
        text.name()
            + (above ? "降至 " : "升至 ")
            + text.number(rule.line())
            + (above ? " 及以下" : " 及以上"),
        text.nameEn() + (above ? " at most " : " at least ") + text.numberEn(rule.line()));
  }

  private static Wording againstCity(Condition.AgainstCity rule, Finding found) {
    Text text = new Text(rule.figure());
    boolean above = rule.side() == Condition.Side.ABOVE;
    String margin = text.margin(rule.margin());
    return new Wording(
        text.zh(found.value())
            + "，全市 "
            + text.number(found.compared())
            + (above ? "，高出" : "，低于全市")
            + "超过 "
            + margin,
        text.en(found.value())
            + ", the city "
            + text.numberEn(found.compared())
            + (above ? ", above it by more than " : ", below it by more than ")
            + text.marginEn(rule.margin()),
        text.name() + "与全市的差距缩小到 " + margin + " 以内（目前界线 " + text.number(found.line()) + "）",
        text.nameEn() + " within " + text.marginEn(rule.margin()) + " of the city's");
  }

  private static Wording onMonth(Condition.OnMonth rule, Finding found) {
    Text text = new Text(rule.figure());
    String before = text.number(found.compared());
    String beforeEn = text.numberEn(found.compared());
    BigDecimal below = rule.below();
    String missing = below == null ? "" : "，未达 " + text.number(below);
    String missingEn = below == null ? "" : ", short of " + text.numberEn(below);
    String reached = below == null ? "" : "，或达到 " + text.number(below);
    String reachedEn = below == null ? "" : ", or it reaches " + text.numberEn(below);
    return switch (rule.change()) {
      case ROSE ->
          new Wording(
              text.zh(found.value()) + missing + "，高于一个月前的 " + before,
              text.en(found.value()) + missingEn + ", up from " + beforeEn + " a month before",
              text.name() + "不再高于一个月前" + reached,
              text.nameEn() + " no higher than a month before" + reachedEn);
      case FELL ->
          new Wording(
              text.zh(found.value()) + missing + "，低于一个月前的 " + before,
              text.en(found.value()) + missingEn + ", down from " + beforeEn + " a month before",
              text.name() + "不再低于一个月前" + reached,
              text.nameEn() + " no lower than a month before" + reachedEn);
      case UNCHANGED ->
          new Wording(
              text.zh(found.value()) + missing + "，与一个月前相同",
              text.en(found.value()) + missingEn + ", the same as a month before",
              text.name() + "较一个月前有变化" + reached,
              text.nameEn() + " other than a month before" + reachedEn);
    };
  }

  private static Wording behindCalendar(Condition.BehindCalendar rule, Finding found) {
    Text text = new Text(rule.figure());
    return new Wording(
        text.zh(found.value())
            + "，时间进度 "
            + text.number(found.compared())
            + "（完成时限 "
            + found.until()
            + "），落后超过 "
            + text.margin(rule.slack()),
        text.en(found.value())
            + ", more than "
            + text.marginEn(rule.slack())
            + " behind the calendar ("
            + text.numberEn(found.compared())
            + " of the time to "
            + found.until()
            + ")",
        text.name()
            + "追到时间进度减 "
            + text.margin(rule.slack())
            + " 以上（当日为 "
            + text.number(found.line())
            + "，逐日提高）",
        text.nameEn()
            + " at least "
            + text.numberEn(found.line())
            + " on that day, more with each day");
  }

  private static Wording afterDeadline(Condition.AfterDeadline rule, Finding found) {
    Text text = new Text(rule.figure());
    return new Wording(
        text.zh(found.value()) + "，已过 " + found.until() + "，应达 " + text.number(found.line()),
        text.en(found.value()) + " after " + found.until() + ", due " + text.numberEn(found.line()),
        text.name() + "达到 " + text.number(rule.line()),
        text.nameEn() + " at least " + text.numberEn(rule.line()));
  }

  private static Wording disagreement(Condition.Disagreement rule, Finding found) {
    Text one = new Text(rule.figure());
    Text other = new Text(rule.other());
    return new Wording(
        one.zh(found.value()) + "，" + other.zh(found.compared()) + "，两本台账不符",
        one.en(found.value()) + ", " + other.en(found.compared()) + ": the ledgers disagree",
        "两者相差不超过 " + one.number(rule.tolerance()),
        "They differ by no more than " + one.numberEn(rule.tolerance()));
  }

  private Wording lasting(Rule rule) {
    return new Wording(
        why,
        whyEn,
        clears + "，并保持 " + rule.clearDays() + " 个工作日",
        clearsEn + ", for " + rule.clearDays() + " business days");
  }

  /** A figure's name and its numbers as people write them. */
  private record Text(Operand figure) {

    String name() {
      return figure.name().zh();
    }

    String nameEn() {
      String name = figure.name().en();
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String zh(@Nullable BigDecimal value) {
      return name() + " " + number(value);
    }

    String en(@Nullable BigDecimal value) {
      return nameEn() + " " + numberEn(value);
    }

    String number(@Nullable BigDecimal value) {
      return switch (figure.quantity()) {
        case PERCENT -> plain(value) + "%";
        case PERSONS -> plain(value) + " 人";
        case HOUSEHOLDS -> plain(value) + " 户";
        case CALLS -> plain(value) + " 个";
        case DAYS -> plain(value) + " 天";
        case YUAN -> plain(tenThousands(value)) + " 万元";
      };
    }

    String numberEn(@Nullable BigDecimal value) {
      return figure.quantity() == Quantity.PERCENT
          ? plain(value) + " %"
          : figure.quantity() == Quantity.YUAN ? plain(value) + " yuan" : plain(value);
    }

    String margin(BigDecimal value) {
      return figure.isRate() ? plain(value) + " 个百分点" : number(value);
    }

    String marginEn(BigDecimal value) {
      return figure.isRate() ? plain(value) + " points" : numberEn(value);
    }

    private static @Nullable BigDecimal tenThousands(@Nullable BigDecimal yuan) {
      return yuan == null ? null : yuan.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP);
    }

    private static String plain(@Nullable BigDecimal number) {
      return number == null ? "——" : number.toPlainString();
    }
  }
}
