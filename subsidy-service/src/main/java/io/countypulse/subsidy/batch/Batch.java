package io.countypulse.subsidy.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment batch as lists show it; money in yuan with two decimals.
 *
 * @param number as the bank knows it, {@code TRANSPORT-2024-0003}
 * @param county null for the whole city
 * @param paid lines the bank has paid
 * @param returned lines that came back
 * @param waiting lines it has not answered
 * @param sha256 of the file, once sealed
 */
record Batch(
    UUID id,
    String number,
    String programme,
    @Nullable String county,
    @Nullable Integer period,
    String term,
    State state,
    LocalDate madeOn,
    int lines,
    String amount,
    int paid,
    int returned,
    int waiting,
    @Nullable String sha256,
    String createdBy,
    Instant createdAt,
    @Nullable String sealedBy,
    @Nullable Instant sealedAt,
    long version) {

  /** How far it has come. */
  enum State {
    OPEN,
    SEALED,
    CLOSED,
    WITHDRAWN
  }
}
