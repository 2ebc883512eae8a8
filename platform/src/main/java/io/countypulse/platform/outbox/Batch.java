package io.countypulse.platform.outbox;

import java.time.Instant;
import java.util.List;

/**
 * The oldest rows of a shard.
 *
 * @param asOf the database's clock before the rows were looked for
 * @param drained whether these are all: then everything committed before {@code asOf} is in them or
 *     was sent earlier
 */
record Batch(Instant asOf, List<OutboxRow> rows, boolean drained) {

  boolean isEmpty() {
    return rows.isEmpty();
  }
}
