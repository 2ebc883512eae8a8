package io.countypulse.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends batches to Kafka, each in a transaction, as CloudEvents 1.0 in binary mode. Opening one
 * fences every earlier publisher of the same shard.
 */
final class Publisher implements AutoCloseable {

  private static final byte[] SPECIFICATION = "1.0".getBytes(UTF_8);
  private static final byte[] JSON = "application/json".getBytes(UTF_8);
  private static final String HEARTBEAT = "io.countypulse.platform.heartbeat.v1";

  private final KafkaProducer<byte[], byte[]> producer;
  private final String source;
  private final byte[] sourceBytes;
  private final List<String> topics;
  private final int shard;
  private final int shards;
  private boolean inTransaction;

  private Publisher(KafkaProducer<byte[], byte[]> producer, OutboxSettings settings, int shard) {
    this.producer = producer;
    this.source = settings.source();
    this.sourceBytes = source.getBytes(UTF_8);
    this.topics = settings.topics();
    this.shard = shard;
    this.shards = settings.shards();
  }

  /**
   * Opens a publisher; the shard's lock must be held, so that the one fenced is a former holder.
   *
   * @param kafka bootstrap servers and security
   */
  static Publisher open(Map<String, Object> kafka, OutboxSettings settings, int shard) {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, "outbox-" + settings.source() + "-" + shard);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
    // How large an event may be, its topic says.
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 32 * 1024 * 1024);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    Publisher publisher = new Publisher(producer, settings, shard);
    try {
      producer.initTransactions();
      return publisher;
    } catch (RuntimeException unreachable) {
      publisher.close();
      throw unreachable;
    }
  }

  /**
   * Begins a transaction and hands over the rows in their order and, if wanted, a heartbeat behind
   * them; they travel while the caller does other things. Nothing to send is no transaction.
   */
  void send(Batch batch, boolean heartbeat) {
    if (batch.isEmpty() && !heartbeat) {
      return;
    }
    producer.beginTransaction();
    inTransaction = true;
    batch.rows().forEach(row -> send(event(row)));
    if (heartbeat) {
      topics.forEach(topic -> heartbeat(topic, batch.asOf()));
    }
  }

  /** Returns when everything sent is acknowledged and committed. */
  void commit() {
    if (inTransaction) {
      producer.commitTransaction();
      inTransaction = false;
    }
  }

  /** Gives up what is not committed; the next publisher of the shard aborts it. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  private ProducerRecord<byte[], byte[]> event(OutboxRow row) {
    Headers headers =
        headers(
            Long.toString(row.id()),
            row.type(),
            row.key(),
            Instant.EPOCH.plus(row.recordedAt(), ChronoUnit.MICROS));
    if (row.traceparent() != null) {
      headers.add("traceparent", row.traceparent());
    }
    long timestamp = TimeUnit.MICROSECONDS.toMillis(row.recordedAt());
    return new ProducerRecord<>(row.topic(), null, timestamp, row.key(), row.payload(), headers);
  }

  private void heartbeat(String topic, Instant at) {
    byte[] key = ("~heartbeat/" + source + "/" + shard).getBytes(UTF_8);
    byte[] value =
        "{\"source\":\"%s\",\"shard\":%d,\"shards\":%d,\"at\":\"%s\"}"
            .formatted(source, shard, shards, at)
            .getBytes(UTF_8);
    for (PartitionInfo partition : producer.partitionsFor(topic)) {
      Headers headers = headers("heartbeat-" + shard + "-" + at, HEARTBEAT, key, at);
      send(
          new ProducerRecord<>(
              topic, partition.partition(), at.toEpochMilli(), key, value, headers));
    }
  }

  private void send(ProducerRecord<byte[], byte[]> event) {
    // A send that fails makes the commit fail.
    var _ = producer.send(event);
  }

  private Headers headers(String id, String type, byte[] subject, Instant time) {
    return new RecordHeaders()
        .add("ce_specversion", SPECIFICATION)
        .add("ce_id", id.getBytes(UTF_8))
        .add("ce_source", sourceBytes)
        .add("ce_type", type.getBytes(UTF_8))
        .add("ce_subject", subject)
        .add("ce_time", time.toString().getBytes(UTF_8))
        .add("content-type", JSON);
  }
}
