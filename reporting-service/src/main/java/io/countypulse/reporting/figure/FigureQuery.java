package io.countypulse.reporting.figure;

import io.countypulse.platform.access.CountyScope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are wanted.
 *
 * @param period of the flows that are counted by periods of its kind, {@code 2024} or {@code
 *     2024-05}; null, and for the others, the one shown on the day
 * @param scope the units that may be seen
 * @param indicator one, or null for all
 */
public record FigureQuery(
    LocalDate asOf, @Nullable String period, CountyScope scope, @Nullable Indicator indicator) {}
