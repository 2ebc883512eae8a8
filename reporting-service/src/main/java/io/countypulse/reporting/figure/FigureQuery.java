package io.countypulse.reporting.figure;

import io.countypulse.platform.access.CountyScope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are wanted.
 *
 * @param period of flows and targets, a year
 * @param scope the units that may be seen
 * @param indicator one, or null for all
 */
public record FigureQuery(
    LocalDate asOf, String period, CountyScope scope, @Nullable Indicator indicator) {}
