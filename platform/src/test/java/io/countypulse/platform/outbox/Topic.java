package io.countypulse.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countypulse.testing.RealParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of a test's own and everything committed to it so far. */
final class Topic implements AutoCloseable {

  static final int PARTITIONS = 2;

  private final String name = "outbox-test-" + UUID.randomUUID();
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

  private Topic(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new TopicPartition(name, i));
    }
    consumer.assign(partitions);
  }

  static Topic create() {
    return new Topic(RealParts.bootstrapServers());
  }

  String name() {
    return name;
  }

  /** Reads on until so many records are there, heartbeats not counted. */
  List<ConsumerRecord<String, String>> events(int atLeast) {
    return await(record -> !isHeartbeat(record), atLeast);
  }

  /** Reads on until so many heartbeats are there. */
  List<ConsumerRecord<String, String>> heartbeats(int atLeast) {
    return await(Topic::isHeartbeat, atLeast);
  }

  /** Everything, in the order it was read: within a partition, that of the log. */
  List<ConsumerRecord<String, String>> all() {
    poll(Duration.ofMillis(200));
    return List.copyOf(seen);
  }

  static boolean isHeartbeat(ConsumerRecord<String, String> record) {
    return record.key().startsWith("~heartbeat/");
  }

  static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<ConsumerRecord<String, String>> await(
      Predicate<ConsumerRecord<String, String>> wanted, int atLeast) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (seen.stream().filter(wanted).count() < atLeast) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited for %d records, saw %s".formatted(atLeast, seen));
      }
      poll(Duration.ofMillis(100));
    }
    return seen.stream().filter(wanted).toList();
  }

  private void poll(Duration patience) {
    consumer.poll(patience).forEach(seen::add);
  }
}
