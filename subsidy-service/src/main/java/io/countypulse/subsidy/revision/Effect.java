package io.countypulse.subsidy.revision;

import java.math.BigDecimal;
import java.util.List;

/**
 * Whom new terms concern.
 *
 * @param cases unpaid ones whose amount changes
 * @param before what they are granted now, yuan
 * @param after what they would be granted
 * @param paid cases of these days that stay as they are, since money was sent or is on its way
 */
record Effect(long cases, String before, String after, long paid, List<InCounty> counties) {

  /** The same for one county; those without a case are left out. */
  record InCounty(String county, String name, long cases, String before, String after, long paid) {}

  Effect {
    counties = List.copyOf(counties);
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
