package io.countypulse.reporting.figure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;

/** How long changes take to become figures. */
final class FrameMetrics {

  private final MeterRegistry registry;
  private final Clock clock;
  private final Timer latency;
  private final AtomicLong frame = new AtomicLong();

  FrameMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    latency =
        Timer.builder("pulse.frame.latency")
            .description("From the commit of the newest change to its frame")
            .publishPercentiles(0.5, 0.95, 0.99)
            .register(registry);
    Gauge.builder("pulse.frame.number", frame, AtomicLong::get)
        .description("Number of the newest frame")
        .register(registry);
  }

  /** Shows the reader's lag for as long as it is open. */
  KafkaClientMetrics watch(Consumer<?, ?> reader) {
    KafkaClientMetrics metrics = new KafkaClientMetrics(reader);
    metrics.bindTo(registry);
    return metrics;
  }

  void published(long number, List<AppliedEmission> emissions) {
    frame.set(number);
    for (AppliedEmission each : emissions) {
      Instant newest = each.emission().newestRecord();
      if (newest != null) {
        Duration age = Duration.between(newest, clock.instant());
        latency.record(age.isNegative() ? Duration.ZERO : age);
      }
    }
  }
}
