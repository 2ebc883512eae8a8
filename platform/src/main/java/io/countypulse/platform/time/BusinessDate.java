package io.countypulse.platform.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The date the city works on: screens, <em>future</em>, <em>late</em> and alerts all use it. */
@FunctionalInterface
public interface BusinessDate {

  /** The zone of every business date. */
  ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Today in Asia/Shanghai, or the fixed day of a demo city. */
  LocalDate today();

  /** The same day for ever, for a demo city or a test. */
  static BusinessDate fixed(LocalDate day) {
    return () -> day;
  }

  /** The date of a clock in {@link #ZONE}, turning at its midnight. */
  static BusinessDate of(Clock clock) {
    Clock local = clock.withZone(ZONE);
    return () -> LocalDate.now(local);
  }
}
