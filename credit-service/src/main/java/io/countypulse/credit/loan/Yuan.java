package io.countypulse.credit.loan;

import java.math.BigDecimal;

/** Money as it is told: yuan with two decimals. */
public final class Yuan {

  private Yuan() {}

  /** For example {@code 12345.00} of 1,234,500 fen. */
  public static String text(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
