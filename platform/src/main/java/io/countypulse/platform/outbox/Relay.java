package io.countypulse.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the outbox while the service runs, one thread a shard. Any number of instances may run:
 * a lock in the database gives each shard to one of them, and Kafka fences the one it was taken
 * from. Neither Kafka nor the database being away makes the service unready; the outbox grows and
 * its age shows.
 */
public final class Relay implements SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<ShardRelay> shards;
  private final OutboxDepth depth;
  private List<Thread> threads = List.of();

  Relay(
      DataSource database,
      Map<String, Object> kafka,
      OutboxSettings settings,
      Clock clock,
      MeterRegistry registry) {
    RelayMetrics metrics = new RelayMetrics(registry);
    depth = new OutboxDepth(database, clock, registry);
    shards =
        IntStream.range(0, settings.shards())
            .mapToObj(shard -> new ShardRelay(database, kafka, settings, shard, metrics))
            .toList();
  }

  @Override
  public void start() {
    Stream<Thread> relays =
        shards.stream().map(shard -> Thread.ofPlatform().name("relay").start(shard));
    Thread sampler = Thread.ofVirtual().name("outbox-depth").start(depth);
    threads = Stream.concat(relays, Stream.of(sampler)).toList();
  }

  @Override
  public void stop() {
    shards.forEach(ShardRelay::stop);
    depth.stop();
    threads.forEach(Relay::await);
    threads = List.of();
  }

  @Override
  public boolean isRunning() {
    return !threads.isEmpty();
  }

  private static void await(Thread thread) {
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
