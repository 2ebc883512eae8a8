package io.countypulse.credit.loan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of loans.
 *
 * @param next cursor of the next page; null on the last
 * @param count how many there are in all; told with the first page only
 */
public record LoanPage(
    LocalDate asOf, List<LoanItem> items, @Nullable String next, @Nullable Long count) {

  public LoanPage {
    items = List.copyOf(items);
  }
}
