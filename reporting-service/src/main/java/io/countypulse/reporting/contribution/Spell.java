package io.countypulse.reporting.contribution;

/**
 * Time in work (务工). Covers a day when {@code start ≤ day < end} (DOMAIN.md § 4).
 *
 * @param start first epoch day in work
 * @param end first epoch day no longer in work; {@link #OPEN} while it lasts
 */
public record Spell(int start, int end, boolean outOfProvince) {
  /** The end of a spell that has none. */
  public static final int OPEN = Integer.MAX_VALUE;

  boolean covers(int day) {
    return start <= day && day < end;
  }
}
