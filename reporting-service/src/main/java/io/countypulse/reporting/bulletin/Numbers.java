package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.contribution.Quantity;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.State;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are written in a bulletin (DOMAIN.md § 9: people in 万人, money in 万元). */
final class Numbers {

  static final String NOTHING = "——";

  private static final int TEN_THOUSAND = 4;
  private static final int DECIMALS = 2;

  private Numbers() {}

  /** As it is: 158167, 106.20; money without needless zeros. */
  static String plain(FigureRow row) {
    return row.value() == null ? nothing(row.state()) : plain(row.indicator(), row.value());
  }

  static String plain(String indicator, BigDecimal value) {
    return isYuan(indicator) ? trimmed(value) : value.toPlainString();
  }

  /** In 万, to two decimals. */
  static String tenThousands(FigureRow row) {
    return row.value() == null
        ? nothing(row.state())
        : trimmed(row.value().movePointLeft(TEN_THOUSAND).setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  /** A change in words: 较上月提高 5.19 个百分点. */
  static String change(FigureRow row) {
    BigDecimal change = row.change();
    if (change == null) {
      return "上月无可比数";
    }
    boolean rate = isPercent(row.indicator());
    String size = plain(row.indicator(), change.abs());
    return switch (change.signum()) {
      case 0 -> "与上月持平";
      case 1 -> "较上月" + (rate ? "提高" + size + "个百分点" : "增加" + size);
      default -> "较上月" + (rate ? "下降" + size + "个百分点" : "减少" + size);
    };
  }

  /** A cell without a value, each state apart from the others. */
  static String nothing(State state) {
    return switch (state) {
      case VALUE, NOT_APPLICABLE -> NOTHING;
      case NO_TARGET -> "无目标";
      case NOT_REPORTED -> "未报送";
    };
  }

  /** With its sign: +5.19, −0.03, 0.00. */
  static String signed(BigDecimal change) {
    return change.signum() > 0
        ? "+" + change.toPlainString()
        : change.toPlainString().replace('-', '−');
  }

  static boolean isPercent(String indicator) {
    return quantity(indicator) == Quantity.PERCENT;
  }

  static boolean isYuan(String indicator) {
    return quantity(indicator) == Quantity.YUAN;
  }

  private static Quantity quantity(String indicator) {
    return Indicator.find(indicator).map(Indicator::quantity).orElse(Quantity.PERSONS);
  }

  static String trimmed(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
  }
}
