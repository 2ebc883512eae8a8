package io.countypulse.reporting.figure;

import io.countypulse.platform.access.CountyScope;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are wanted.
 *
 * @param period of the flows that are counted by periods of its kind, {@code 2024} or {@code
 *     2024-05}; null, and for the others, the one shown on the day
 * @param scope the units that may be seen
 * @param indicators those wanted
 */
public record FigureQuery(
    LocalDate asOf, @Nullable String period, CountyScope scope, Set<Indicator> indicators) {

  public FigureQuery {
    indicators = Set.copyOf(indicators);
  }
}
