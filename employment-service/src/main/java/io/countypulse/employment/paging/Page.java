package io.countypulse.employment.paging;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the next page; null on the last
 * @param count how many there are in all; told with the first page only
 */
public record Page<T>(LocalDate asOf, List<T> items, @Nullable String next, @Nullable Long count) {

  private static final int LARGEST = 200;

  public Page {
    items = List.copyOf(items);
  }

  /** The rows a page holds for a limit that was asked for: 1 to 200. */
  public static int rows(int limit) {
    return Math.clamp(limit, 1, LARGEST);
  }

  /**
   * The page of the lines found, of which one more was asked for than it holds.
   *
   * @param position where a page ends that ends with this line
   */
  public static <T> Page<T> of(
      LocalDate asOf,
      List<T> found,
      int limit,
      Function<T, Position> position,
      @Nullable Long count) {
    boolean more = found.size() > limit;
    List<T> items = more ? found.subList(0, limit) : found;
    return new Page<>(asOf, items, more ? position.apply(items.getLast()).toString() : null, count);
  }
}
