package io.countypulse.reporting.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From the departments' events to emissions of partial sums. */
public final class FiguresTopology {

  private FiguresTopology() {}

  /** The topics whose events are tallied. */
  public static List<String> topics() {
    return Arrays.stream(Source.values()).map(Source::topic).toList();
  }

  /** Tallies the events of these topics, each partition for itself. */
  public static KStream<byte[], byte[]> emissions(
      KStream<byte[], byte[]> events, TopologySettings settings) {
    return events.process(tallies(settings));
  }

  /** An emission goes to the partition it came from, so that one reader sees its order. */
  public static StreamPartitioner<byte[], byte[]> samePartition() {
    return (topic, key, value, partitions) -> Optional.of(Set.of(partition(key) % partitions));
  }

  private static int partition(byte[] key) {
    String text = new String(key, StandardCharsets.US_ASCII);
    return Integer.parseInt(text.substring(text.lastIndexOf('/') + 1));
  }

  private static ProcessorSupplier<byte[], byte[], byte[], byte[]> tallies(
      TopologySettings settings) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], byte[]> get() {
        return new Tallies(settings);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(Tally.STATES),
                Serdes.ByteArray(),
                Serdes.ByteArray()));
      }
    };
  }
}
