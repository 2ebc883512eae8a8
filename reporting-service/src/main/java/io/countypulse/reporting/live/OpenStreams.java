package io.countypulse.reporting.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;

/** Counts the open streams, and ends them when the service stops. */
final class OpenStreams implements SmartLifecycle {

  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean running;

  OpenStreams(MeterRegistry registry) {
    Gauge.builder("pulse.streams.open", count, AtomicInteger::get)
        .description("Readers of the live stream")
        .register(registry);
  }

  /** One stream, from its first event to its last. */
  final class Entry implements AutoCloseable {

    private Entry() {
      count.incrementAndGet();
    }

    boolean closing() {
      return !running;
    }

    @Override
    public void close() {
      count.decrementAndGet();
    }
  }

  Entry enter() {
    return new Entry();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Comes before the web server's own stop, which would wait for every stream. */
  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
