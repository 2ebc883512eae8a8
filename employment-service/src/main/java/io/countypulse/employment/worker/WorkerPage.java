package io.countypulse.employment.worker;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of workers.
 *
 * @param next cursor of the next page; null on the last
 * @param count how many there are in all; told with the first page only
 */
public record WorkerPage(
    LocalDate asOf, List<WorkerItem> items, @Nullable String next, @Nullable Long count) {

  public WorkerPage {
    items = List.copyOf(items);
  }
}
