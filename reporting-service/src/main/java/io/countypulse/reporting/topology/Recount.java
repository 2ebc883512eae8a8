package io.countypulse.reporting.topology;

import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.contribution.Entity;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts all events of the log once more, from its first record on: a second way to the same sums,
 * by no kept state, no emission and no database.
 */
public final class Recount {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int SILENT_POLLS = 10;

  private final TopologySettings settings;
  private final Supplier<Consumer<byte[], byte[]>> consumers;

  Recount(TopologySettings settings, Supplier<Consumer<byte[], byte[]>> consumers) {
    this.settings = settings;
    this.consumers = consumers;
  }

  /** The complete sums of every partition; takes as long as reading the log. */
  public List<Emission> cells() {
    List<Emission> cells = new ArrayList<>();
    try (Consumer<byte[], byte[]> log = consumers.get()) {
      for (Source source : Source.values()) {
        for (PartitionInfo partition : log.partitionsFor(source.topic())) {
          cells.add(count(log, source, partition.partition()));
        }
      }
    }
    return cells;
  }

  /** One partition at a time: a record's versions are all in one, and memory is a part's. */
  private Emission count(Consumer<byte[], byte[]> log, Source source, int number) {
    TopicPartition partition = new TopicPartition(source.topic(), number);
    log.assign(List.of(partition));
    log.seekToBeginning(List.of(partition));
    long end = Objects.requireNonNull(log.endOffsets(List.of(partition)).get(partition));
    Map<ByteBuffer, byte[]> states = new HashMap<>();
    // Markers of transactions are no records: with nothing behind them, silence is the end.
    for (int silent = 0; log.position(partition) < end && silent < SILENT_POLLS; ) {
      ConsumerRecords<byte[], byte[]> records = log.poll(POLL);
      silent = records.isEmpty() ? silent + 1 : 0;
      for (ConsumerRecord<byte[], byte[]> record : records) {
        keep(states, source, record);
      }
    }
    PartialSums sums = new PartialSums();
    states
        .values()
        .forEach(state -> sums.add(CompactForm.read(state).contributions(settings.horizonYear())));
    return new Emission(
        settings.generation(), source.topic(), number, true, null, null, sums.takeChanges());
  }

  private void keep(
      Map<ByteBuffer, byte[]> states, Source source, ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null || Heartbeat.isKey(record.key())) {
      return;
    }
    try {
      Entity entity = source.event(record.headers(), record.value()).entity();
      ByteBuffer key = ByteBuffer.wrap(record.key());
      byte[] before = states.get(key);
      if (before == null || CompactForm.version(before) < entity.version()) {
        states.put(key, CompactForm.write(entity));
      }
    } catch (UnreadableEvent _) {
      // It became a dead letter when it was first read.
    }
  }
}
