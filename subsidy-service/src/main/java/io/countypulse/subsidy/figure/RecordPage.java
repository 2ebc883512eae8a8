package io.countypulse.subsidy.figure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the records behind a figure.
 *
 * @param next cursor of the next page; null on the last
 * @param count of all pages
 */
public record RecordPage(LocalDate asOf, List<?> items, @Nullable String next, long count) {

  public RecordPage {
    items = List.copyOf(items);
  }
}
