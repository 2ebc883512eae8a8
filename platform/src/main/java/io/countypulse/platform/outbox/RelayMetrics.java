package io.countypulse.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What relays count: rows published, and the time of each batch until its rows are gone. */
final class RelayMetrics {

  private final Counter published;
  private final Timer batches;

  RelayMetrics(MeterRegistry registry) {
    published = registry.counter("pulse.relay.published");
    batches = registry.timer("pulse.relay.batch");
  }

  /** A batch begins now. */
  Timer.Sample begin() {
    return Timer.start();
  }

  /** It is published and its rows are gone. */
  void published(int rows, Timer.Sample begun) {
    if (rows > 0) {
      published.increment(rows);
      begun.stop(batches);
    }
  }
}
