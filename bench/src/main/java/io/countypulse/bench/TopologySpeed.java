package io.countypulse.bench;

import io.countypulse.local.parts.Directories;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.topology.BoundedMemory;
import io.countypulse.reporting.topology.DeadLetters;
import io.countypulse.reporting.topology.FiguresTopology;
import io.countypulse.reporting.topology.TopologySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/**
 * A topology on empty state reads the whole topic, exactly once: its first commit → everything
 * committed, scaled to all events. Joining the group and opening the stores, the same for both
 * sides, are left out.
 */
final class TopologySpeed implements Measure {
  private static final long POLL_NANOSECONDS = 5_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String bootstrapServers;
  private final Supplier<Topology> topology;
  private final String name;
  private final long events;
  private int round;

  private TopologySpeed(
      String bootstrapServers, Supplier<Topology> topology, String name, long events) {
    this.bootstrapServers = bootstrapServers;
    this.topology = topology;
    this.name = name;
    this.events = events;
  }

  static TopologySpeed bareCount(String bootstrapServers, long events) {
    return new TopologySpeed(bootstrapServers, TopologySpeed::count, "bare", events);
  }

  static TopologySpeed contributions(String bootstrapServers, long events) {
    return new TopologySpeed(bootstrapServers, TopologySpeed::figures, "full", events);
  }

  @Override
  public double seconds() throws Exception {
    round++;
    String application = "bench-" + name + "-" + round;
    Path state = Files.createTempDirectory("streams");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        KafkaStreams streams = new KafkaStreams(topology.get(), settings(application, state))) {
      streams.start();
      long first = awaitCommitted(admin, application, 1);
      long began = System.nanoTime();
      awaitCommitted(admin, application, events);
      double seconds = (System.nanoTime() - began) / 1e9;
      streams.close(Duration.ofSeconds(20));
      return seconds * events / (events - first);
    } finally {
      Directories.delete(state);
    }
  }

  private static long awaitCommitted(Admin admin, String group, long least)
      throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      long committed =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get()
              .entrySet()
              .stream()
              .filter(each -> each.getKey().topic().equals(WorkerEvents.TOPIC))
              .filter(each -> each.getValue() != null)
              .mapToLong(each -> each.getValue().offset())
              .sum();
      if (committed >= least) {
        return committed;
      }
      LockSupport.parkNanos(POLL_NANOSECONDS);
    }
    throw new IllegalStateException(group + " committed fewer than " + least + " records");
  }

  private static Topology count() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(WorkerEvents.TOPIC, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .groupByKey(Grouped.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .count(Materialized.as("counts"));
    return builder.build();
  }

  private static Topology figures() {
    StreamsBuilder builder = new StreamsBuilder();
    Consumed<byte[], byte[]> bytes = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
    FiguresTopology.emissions(
            builder.stream(FiguresTopology.topics(), bytes),
            new TopologySettings("1", BusinessDate.fixed(LocalDate.of(2024, 6, 10))))
        .to(
            Emission.TOPIC,
            Produced.with(Serdes.ByteArray(), Serdes.ByteArray(), FiguresTopology.samePartition()));
    return builder.build();
  }

  /** The settings of the service's configuration, for both sides. */
  private Properties settings(String application, Path state) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
    settings.put(StreamsConfig.POLL_MS_CONFIG, 20);
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1);
    settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
    settings.put(StreamsConfig.producerPrefix("max.request.size"), 33_554_432);
    settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
    settings.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 60_000);
    settings.put("auto.offset.reset", "earliest");
    return settings;
  }
}
