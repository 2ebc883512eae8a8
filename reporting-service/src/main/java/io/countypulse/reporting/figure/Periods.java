package io.countypulse.reporting.figure;

import java.time.LocalDate;

/** Periods of flows: calendar years (DOMAIN.md § 3). */
public final class Periods {

  private Periods() {}

  /** The period a day lies in, for example {@code 2024}. */
  public static String containing(LocalDate day) {
    return Integer.toString(day.getYear());
  }

  /** Whether a text names a period. */
  public static boolean valid(String text) {
    return text.matches("\\d{4}");
  }
}
