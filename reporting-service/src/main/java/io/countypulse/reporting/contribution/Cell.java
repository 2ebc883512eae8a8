package io.countypulse.reporting.contribution;

/**
 * The smallest sum: what all records add to a measure of a county and period on one day.
 *
 * @param county unit code, {@code UNKNOWN} included
 * @param period of a flow, as its measure's {@link Period} names it; empty for a stock
 * @param day epoch day
 */
public record Cell(Measure measure, String county, String period, int day) {
  /** The period of a stock. */
  public static final String NO_PERIOD = "";

  /** Days and codes follow each other closely: without the factor they crowd a table. */
  private static final int SPREAD = 0x9E3779B1;

  @Override
  public int hashCode() {
    return SPREAD
        * (31 * (31 * (31 * measure.hashCode() + county.hashCode()) + period.hashCode()) + day);
  }
}
