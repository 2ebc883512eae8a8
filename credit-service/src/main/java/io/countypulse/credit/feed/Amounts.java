package io.countypulse.credit.feed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money and days as a feed writes them: a machine writes it, so one form only is taken. {@code
 * 1,000.50}, {@code 1.2e3}, {@code -5} and {@code 五万} are refused.
 */
final class Amounts {

  private static final int MOST_DIGITS = 15;

  private Amounts() {}

  /** Yuan with at most two decimals, not negative, scale 2. */
  static Optional<BigDecimal> money(String text) {
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    boolean sound =
        whole >= 1
            && whole <= MOST_DIGITS
            && decimals <= 2
            && (point < 0 || decimals > 0)
            && digits(text, 0, whole)
            && digits(text, point < 0 ? whole : point + 1, text.length());
    return sound ? Optional.of(new BigDecimal(text).setScale(2)) : Optional.empty();
  }

  /** Fen of an amount in yuan. */
  static long fen(BigDecimal yuan) {
    return yuan.movePointRight(2).longValueExact();
  }

  /** Yuan of fen, two decimals. */
  static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }

  /**
   * A day written 2024-06-10 (or 20240610).
   *
   * @throws DateTimeException if there is no such day
   */
  static LocalDate day(String text) {
    boolean dashed = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    if (dashed && digits(text, 0, 4) && digits(text, 5, 7) && digits(text, 8, 10)) {
      return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }
    if (text.length() == 8 && digits(text, 0, 8)) {
      return LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }
    throw new DateTimeException("not a day");
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static boolean digits(String text, int from, int to) {
    for (int place = from; place < to; place++) {
      if (text.charAt(place) < '0' || text.charAt(place) > '9') {
        return false;
      }
    }
    return true;
  }
}
