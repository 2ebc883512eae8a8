package io.countypulse.employment.returning;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A talk with somebody who came back.
 *
 * @param by who wrote it down
 */
record Contact(
    LocalDate contactedOn, Outcome outcome, @Nullable String note, String by, Instant recordedAt) {

  /** What came of it. */
  enum Outcome {
    /** Spoken with. */
    CONTACTED,
    /** A job was offered. */
    OFFERED,
    /** The offer was declined. */
    DECLINED
  }
}
