package io.countypulse.credit.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bank is paid for the loans of a county in a quarter; amounts in yuan, two decimals.
 *
 * @param until the last day reckoned with: the quarter's, or the business date while it runs
 * @param loans lines of the quarter itself
 * @param interest of the quarter itself
 * @param differences to what was claimed for closed quarters before
 * @param amount interest and differences
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Statement(
    UUID id,
    String bank,
    UnitCode county,
    String countyName,
    Quarter quarter,
    LocalDate until,
    State state,
    int loans,
    String interest,
    String differences,
    String amount,
    @Nullable String reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable String closedBy,
    @Nullable Instant closedAt,
    long version) {

  /** A draft follows the data; what was reviewed is kept; what is closed never changes. */
  enum State {
    DRAFT,
    REVIEWED,
    CLOSED
  }

  /**
   * A loan in a statement. A difference has the quarter it is of, and what the quarter comes to now
   * less what was claimed.
   *
   * @param averageBalance yuan over the days
   * @param rate per cent a year, as far as it is subsidised
   */
  record Line(
      Quarter quarter,
      String kind,
      String loanId,
      String householdId,
      int days,
      String averageBalance,
      String rate,
      String amount) {}

  /**
   * A statement with its loans.
   *
   * @param changedSinceReview whether the data would now give other lines than those reviewed
   */
  record Detail(Statement statement, boolean changedSinceReview, List<Line> lines) {
    Detail {
      lines = List.copyOf(lines);
    }
  }

  boolean over(LocalDate today) {
    return quarter.last().isBefore(today);
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
