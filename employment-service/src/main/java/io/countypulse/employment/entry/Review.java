package io.countypulse.employment.entry;

import io.countypulse.platform.units.UnitCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a closed month that a second person decides on.
 *
 * @param subject the record: {@code worker:P1}
 * @param firstDay the first day on which a figure changes
 * @param answer why it was sent back
 */
record Review(
    UUID id,
    State state,
    Action action,
    String subject,
    List<UnitCode> counties,
    LocalDate firstDay,
    String reason,
    String requestedBy,
    Instant requestedAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String answer) {

  /** What became of it. */
  enum State {
    PENDING,
    APPROVED,
    SENT_BACK,
    WITHDRAWN
  }

  Review {
    counties = List.copyOf(counties);
  }
}
