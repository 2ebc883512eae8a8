package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it is printed, with as many decimals as are printed.
 *
 * @param value its scale is the number of decimals
 * @param percentSign whether a per cent sign stands behind it
 */
record PrintedNumber(BigDecimal value, boolean percentSign) {

  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  static final int FULL_DECIMALS = 2;

  private static final Pattern FORM =
      Pattern.compile(
          "(?<sign>[+\\-−–↑↓]|上升|增长|提高|增加|下降|降低|减少)?"
              + "(?<number>(\\d{1,3}(,\\d{3})+|\\d{1,18})(\\.\\d{1,18})?)"
              + "(?<unit>%|个?百分点|人次|人|户|次|个|件|名|万元|元)?");
  private static final Pattern NOTHING =
      Pattern.compile("|[—–\\-−_/\\\\*.…]+|无|不适用|未报|未设目标|无目标|n/?a|null|none");

  /** The number a cell holds; none for any other text. */
  static Optional<PrintedNumber> of(String text) {
    Matcher form = FORM.matcher(plain(text));
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal size = new BigDecimal(form.group("number").replace(",", ""));
    String sign = form.group("sign");
    boolean below = sign != null && sign.matches("[\\-−–↓]|下降|降低|减少");
    return Optional.of(
        new PrintedNumber(below ? size.negate() : size, "%".equals(form.group("unit"))));
  }

  /** Whether a cell says that there is no number: empty, a dash, 不适用. */
  static boolean isNothing(String text) {
    return NOTHING.matcher(plain(text)).matches();
  }

  /** Narrow, in lower case, without spaces: how texts of tables are compared. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Zs}\\p{Cf}]", "")
        .toLowerCase(Locale.ROOT);
  }

  int decimals() {
    return Math.max(0, value.scale());
  }

  /** One in the last printed place. */
  BigDecimal lastPlace() {
    return BigDecimal.ONE.movePointLeft(decimals());
  }

  /** Whether 100 × part ÷ whole is printed so when it is rounded to as many decimals. */
  boolean rounds(BigDecimal part, BigDecimal whole) {
    return percent(part, whole, decimals()).compareTo(value) == 0;
  }

  /** Whether it is 100 × part ÷ whole to the last digit. */
  boolean equalsPercent(BigDecimal part, BigDecimal whole) {
    return value.multiply(whole).compareTo(HUNDRED.multiply(part)) == 0;
  }

  /** Whether 100 × part ÷ whole lies less than one last place away: cut off instead of rounded. */
  boolean isNear(BigDecimal part, BigDecimal whole) {
    return value
            .multiply(whole)
            .subtract(HUNDRED.multiply(part))
            .abs()
            .compareTo(lastPlace().multiply(whole.abs()))
        < 0;
  }

  /** 100 × part ÷ whole, HALF_UP (DOMAIN.md § 7). */
  static BigDecimal percent(BigDecimal part, BigDecimal whole, int decimals) {
    return HUNDRED.multiply(part).divide(whole, decimals, RoundingMode.HALF_UP);
  }

  /** 100 × part ÷ whole as it should stand: two decimals. */
  static String percentText(BigDecimal part, BigDecimal whole) {
    return percent(part, whole, FULL_DECIMALS).toPlainString();
  }
}
