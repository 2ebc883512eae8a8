package io.countypulse.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What relays count: rows published, and the time of each batch until Kafka has committed it. */
final class RelayMetrics {

  private final Counter published;
  private final Timer batches;

  RelayMetrics(MeterRegistry registry) {
    published = registry.counter("pulse.relay.published");
    batches = registry.timer("pulse.relay.batch");
  }

  void batch(Runnable work) {
    batches.record(work);
  }

  void published(int rows) {
    published.increment(rows);
  }
}
