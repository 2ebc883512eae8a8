package io.countypulse.subsidy.entitlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in work, as far as it entitles to anything.
 *
 * @param end the first day no longer in work; null while it is open
 */
record Spell(LocalDate start, @Nullable LocalDate end, Kind kind) {

  /** What of a spell matters here. */
  enum Kind {
    OUT_OF_PROVINCE,
    PUBLIC_WELFARE,
    OTHER
  }

  boolean covers(LocalDate day) {
    return !start.isAfter(day) && (end == null || day.isBefore(end));
  }

  /** The last year with a day in work, and none after the one given. */
  int lastYear(int atMost) {
    return end == null ? atMost : Math.min(atMost, end.minusDays(1).getYear());
  }

  /** The first day of a year in which it had begun. */
  LocalDate firstDayOf(int year) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    return start.isAfter(newYear) ? start : newYear;
  }
}
