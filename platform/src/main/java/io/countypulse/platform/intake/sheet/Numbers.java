package io.countypulse.platform.intake.sheet;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers out of cells, by one written rule: digits, optionally in groups of three set off by
 * commas, optionally a decimal point and decimals; full-width digits and signs count as their
 * narrow twins. No exponent, no currency sign, nothing below zero.
 */
public final class Numbers {

  private static final Pattern PLAIN = Pattern.compile("\\d{1,40}(\\.\\d{1,40})?");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3}){1,12}(\\.\\d{1,40})?");
  private static final Pattern NEGATIVE =
      Pattern.compile("[-\\u2212\\u2013](\\d[\\d,]*)(\\.\\d+)?|\\(\\d[\\d,]*(\\.\\d+)?\\)");
  private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final int MONEY_DECIMALS = 2;

  private Numbers() {}

  /**
   * Money in yuan with at most two decimals, from 0 to below 10¹⁵; a column headed 万元 is multiplied
   * (DOMAIN.md § 10: yuan unless the column says 万元).
   */
  public static Parsed<BigDecimal> money(SheetRow row, Column column) {
    return switch (decimal(row, column)) {
      case Parsed.Value<BigDecimal>(BigDecimal value) ->
          yuan(row, column, row.inTenThousands(column) ? value.multiply(TEN_THOUSAND) : value);
      case Parsed.Blank<BigDecimal> blank -> blank;
      case Parsed.Wrong<BigDecimal> wrong -> wrong;
    };
  }

  /** A whole number from 0 to 2,147,483,647, such as 家庭人口 or 年度; {@code 4.0} is 4. */
  public static Parsed<Integer> whole(SheetRow row, Column column) {
    return switch (decimal(row, column)) {
      case Parsed.Value<BigDecimal>(BigDecimal value) -> whole(row, column, value);
      case Parsed.Blank<BigDecimal>(Column _) -> Parsed.blank(column);
      case Parsed.Wrong<BigDecimal>(Fault fault) -> Parsed.wrong(fault);
    };
  }

  /** A number from 0 to below 10¹⁵ as it is written, without regard to 万元. */
  public static Parsed<BigDecimal> decimal(SheetRow row, Column column) {
    if (row.kind(column) == CellKind.ERROR) {
      return Parsed.wrong(Texts.cellError(row, column));
    }
    String text = Characters.compact(row.text(column));
    if (text.isEmpty()) {
      return Parsed.blank(column);
    }
    if (isDigits(text)) {
      return bounded(column, text, new BigDecimal(text));
    }
    if (NEGATIVE.matcher(text).matches()) {
      return Parsed.wrong(negative(column, text));
    }
    if (PLAIN.matcher(text).matches() || GROUPED.matcher(text).matches()) {
      return bounded(column, text, new BigDecimal(text.replace(",", "")));
    }
    return Parsed.wrong(unreadable(column, text));
  }

  private static Parsed<BigDecimal> yuan(SheetRow row, Column column, BigDecimal value) {
    BigDecimal yuan = value.stripTrailingZeros();
    if (yuan.compareTo(LIMIT) >= 0) {
      return Parsed.wrong(tooLarge(column, row.text(column)));
    }
    return yuan.scale() > MONEY_DECIMALS
        ? Parsed.wrong(tooPrecise(column, row.text(column)))
        : Parsed.value(yuan.setScale(MONEY_DECIMALS));
  }

  private static Parsed<Integer> whole(SheetRow row, Column column, BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > 0) {
      return Parsed.wrong(notWhole(column, row.text(column)));
    }
    return plain.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
        ? Parsed.wrong(tooLarge(column, row.text(column)))
        : Parsed.value(plain.intValueExact());
  }

  private static Parsed<BigDecimal> bounded(Column column, String text, BigDecimal value) {
    return value.compareTo(LIMIT) < 0 ? Parsed.value(value) : Parsed.wrong(tooLarge(column, text));
  }

  private static boolean isDigits(String text) {
    if (text.length() > 15) {
      return false;
    }
    for (int place = 0; place < text.length(); place++) {
      if (text.charAt(place) < '0' || text.charAt(place) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Fault negative(Column column, String text) {
    return Fault.of(
        "NUMBER_NEGATIVE", column, column.header() + "不能为负数，请更正", "It cannot be below zero", text);
  }

  private static Fault tooLarge(Column column, String text) {
    return Fault.of(
        "NUMBER_TOO_LARGE",
        column,
        column.header() + "超出允许范围，请核对单位与位数",
        "Too large: check the unit and the digits",
        text);
  }

  private static Fault tooPrecise(Column column, String text) {
    return Fault.of(
        "NUMBER_TOO_PRECISE",
        column,
        column.header() + "最多精确到分（两位小数），请四舍五入后填写",
        "At most two decimals: round it",
        text);
  }

  private static Fault notWhole(Column column, String text) {
    return Fault.of(
        "NUMBER_NOT_WHOLE", column, column.header() + "应为整数", "It must be a whole number", text);
  }

  private static Fault unreadable(Column column, String text) {
    return Fault.of(
        "NUMBER_UNREADABLE",
        column,
        column.header() + "不是普通数字，请写成 1234.50 或 1,234.50，不用科学记数法或货币符号",
        "Not a plain number: write 1234.50 or 1,234.50, without exponent or currency sign",
        text);
  }
}
