package io.countypulse.reporting.risk;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A county in which a household counts from a day on.
 *
 * @param from null for the first known county, which holds for all the past
 */
record Home(@Nullable LocalDate from, String county) {
  Home {
    if (!UnitCode.valid(county)) {
      throw new IllegalArgumentException("not a unit code");
    }
  }

  /** The day as PostgreSQL reads it. */
  String day() {
    return from == null ? "-infinity" : from.toString();
  }
}
