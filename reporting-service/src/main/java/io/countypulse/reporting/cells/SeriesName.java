package io.countypulse.reporting.cells;

/**
 * The sums of one measure in one county and period, day by day.
 *
 * @param measure code, for example {@code employment.working}
 * @param period empty for a stock
 */
public record SeriesName(String county, String measure, String period) {}
