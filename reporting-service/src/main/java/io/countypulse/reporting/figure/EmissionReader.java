package io.countypulse.reporting.figure;

import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.EmissionFormat;
import io.countypulse.reporting.topology.FiguresTopology;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings emissions into the read model, then onto the board. It goes on from the offsets in the
 * database, so what is stored and where it goes on cannot part; after any failure it starts from
 * there again.
 */
final class EmissionReader implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(EmissionReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MILLIS = 1_000;

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final ReadModel model;
  private final Snapshots snapshots;
  private final FrameMetrics metrics;
  private final String generation;
  private volatile boolean running;
  private volatile @Nullable Consumer<byte[], byte[]> consumer;
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  EmissionReader(
      Supplier<Consumer<byte[], byte[]>> consumers,
      ReadModel model,
      Snapshots snapshots,
      FrameMetrics metrics,
      String generation) {
    this.consumers = consumers;
    this.model = model;
    this.snapshots = snapshots;
    this.metrics = metrics;
    this.generation = generation;
  }

  @Override
  public void start() {
    running = true;
    stopped = new CountDownLatch(1);
    Thread.ofPlatform().name("emission-reader").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Consumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      try (Consumer<byte[], byte[]> opened = consumers.get();
          KafkaClientMetrics _ = metrics.watch(opened)) {
        consumer = opened;
        read(opened);
      } catch (WakeupException _) {
        // stopping
      } catch (RuntimeException failure) {
        if (running) {
          LOG.warn("emissions cannot be applied now; going on from the stored offsets", failure);
          pause();
        }
      }
    }
  }

  private void read(Consumer<byte[], byte[]> from) {
    ReadModel.Stored stored = model.load();
    assign(from, stored.offsets());
    Set<Partition> sources = sources(from);
    snapshots.publish(stored.snapshot().expecting(sources, published(from, sources)));
    while (running) {
      List<AppliedEmission> emissions = ours(from.poll(POLL));
      if (!emissions.isEmpty()) {
        apply(emissions);
      }
    }
  }

  private static void assign(Consumer<byte[], byte[]> consumer, Map<Integer, Long> offsets) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Emission.TOPIC).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException("no topic " + Emission.TOPIC);
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    for (TopicPartition partition : partitions) {
      Long applied = offsets.get(partition.partition());
      if (applied != null) {
        consumer.seek(partition, applied + 1);
      }
    }
  }

  private static Set<Partition> sources(Consumer<byte[], byte[]> consumer) {
    return FiguresTopology.topics().stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new Partition(info.topic(), info.partition()))
        .collect(Collectors.toSet());
  }

  /** The departments with anything on the log: before that is tallied nothing counts as fresh. */
  private static Set<String> published(Consumer<byte[], byte[]> consumer, Set<Partition> sources) {
    List<TopicPartition> partitions =
        sources.stream()
            .map(source -> new TopicPartition(source.topic(), source.number()))
            .toList();
    return consumer.endOffsets(partitions).entrySet().stream()
        .filter(end -> end.getValue() > 0)
        .map(end -> new Partition(end.getKey().topic(), end.getKey().partition()).department())
        .collect(Collectors.toSet());
  }

  private List<AppliedEmission> ours(ConsumerRecords<byte[], byte[]> records) {
    String prefix = generation + "/";
    List<AppliedEmission> emissions = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (new String(record.key(), StandardCharsets.US_ASCII).startsWith(prefix)) {
        emissions.add(
            new AppliedEmission(
                record.partition(), record.offset(), EmissionFormat.read(record.value())));
      }
    }
    return emissions;
  }

  private void apply(List<AppliedEmission> emissions) {
    long frame = model.apply(emissions);
    Snapshot before = snapshots.current();
    Freshness freshness = before.freshness();
    for (AppliedEmission each : emissions) {
      Emission emission = each.emission();
      freshness =
          freshness.with(
              Freshness.of(each.source(), emission.recordedThrough(), emission.newestRecord()));
    }
    Board board = before.board().with(emissions.stream().map(AppliedEmission::emission).toList());
    snapshots.publish(new Snapshot(frame, board, freshness));
    metrics.published(frame, emissions);
  }

  private void pause() {
    try {
      boolean _ = stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
