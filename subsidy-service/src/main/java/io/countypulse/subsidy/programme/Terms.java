package io.countypulse.subsidy.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a programme grants from a day on, until its next terms.
 *
 * @param amountFen money in fen; null where it is a share, or the programme is counted and not paid
 * @param rate share of wages in per cent
 * @param entitled who is, Chinese
 * @param deadlines by step: within how many days of the step before it a case should get there
 */
public record Terms(
    String programme,
    LocalDate validFrom,
    @Nullable Long amountFen,
    @Nullable BigDecimal rate,
    String entitled,
    String entitledEn,
    Map<String, Integer> deadlines) {

  /** Nothing is known of programmes before this day. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);

  public Terms {
    deadlines = Map.copyOf(deadlines);
    if (validFrom.isBefore(FIRST_DAY)) {
      throw new IllegalArgumentException("programmes begin on " + FIRST_DAY);
    }
  }

  /** The amount in yuan with two decimals. */
  public @Nullable String amount() {
    return amountFen == null ? null : BigDecimal.valueOf(amountFen, 2).toPlainString();
  }
}
