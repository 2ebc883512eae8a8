package io.countypulse.employment.household;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of households.
 *
 * @param next cursor of the next page; null on the last
 * @param count how many there are in all; told with the first page only
 */
public record HouseholdPage(
    List<HouseholdItem> items, @Nullable String next, @Nullable Long count) {

  public HouseholdPage {
    items = List.copyOf(items);
  }
}
