package io.countypulse.platform.outbox;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a heartbeat is due: at once when the outbox was drained of something, though not many times
 * in a tenth of a second, and every two seconds while it stays empty.
 */
final class Heartbeats {

  static final Duration IDLE = Duration.ofSeconds(2);
  static final Duration BUSY = Duration.ofMillis(100);

  private final LongSupplier nanos;
  private long last;
  private boolean rowsSince = true;

  Heartbeats(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong() - IDLE.toNanos();
  }

  /** Whether one goes behind this batch: only a drained one can say that nothing is missing. */
  boolean due(Batch batch) {
    rowsSince |= !batch.isEmpty();
    return batch.drained() && !untilDue().isPositive();
  }

  /** How long until the next is due if nothing else is written. */
  Duration untilDue() {
    Duration interval = rowsSince ? BUSY : IDLE;
    return interval.minusNanos(nanos.getAsLong() - last);
  }

  /** A heartbeat was sent. */
  void sent() {
    last = nanos.getAsLong();
    rowsSince = false;
  }
}
