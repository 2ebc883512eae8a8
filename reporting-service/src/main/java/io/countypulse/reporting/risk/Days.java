package io.countypulse.reporting.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one on until another.
 *
 * @param until first day no longer; null while it lasts
 */
record Days(LocalDate from, @Nullable LocalDate until) {

  /** No day at all: dates an owner wrote the wrong way round are nobody's risk. */
  boolean none() {
    return until != null && !from.isBefore(until);
  }

  /** As PostgreSQL writes a range. */
  String range() {
    return "[" + from + "," + (until == null ? "" : until) + ")";
  }
}
