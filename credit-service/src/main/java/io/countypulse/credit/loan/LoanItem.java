package io.countypulse.credit.loan;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan as of a day; money in yuan with two decimals.
 *
 * @param county where it counts
 * @param balance null before the bank's first position of it
 * @param overdue overdue principal, by the bank or by the calendar
 * @param overdueDays the first day overdue is day 1; null when nothing is
 * @param bucket {@code 1-30}, {@code 31-60}, {@code 61-90} or {@code 90+}
 * @param status the bank's word: NORMAL, OVERDUE, EXTENDED, RENEWED, SETTLED, WRITTEN_OFF, or
 *     ABSENT
 * @param state the status, but OVERDUE whenever something is overdue
 */
public record LoanItem(
    String loanId,
    String bank,
    String number,
    String householdId,
    UnitCode county,
    String countyName,
    LocalDate issuedOn,
    String amount,
    @Nullable LocalDate due,
    @Nullable String rate,
    @Nullable String balance,
    String overdue,
    @Nullable LocalDate overdueSince,
    @Nullable Integer overdueDays,
    @Nullable String bucket,
    @Nullable String status,
    @Nullable String state,
    List<String> flags) {

  public LoanItem {
    flags = List.copyOf(flags);
  }
}
