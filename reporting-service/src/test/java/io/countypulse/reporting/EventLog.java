package io.countypulse.reporting;

import io.countypulse.reporting.Events.WorkerEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The departments' side of the log: events in transactions, heartbeats behind them. */
public final class EventLog implements AutoCloseable {

  public static final String WORKERS = "employment.worker.v1";
  public static final String TARGETS = "employment.target.v1";
  public static final String LOANS = "credit.loan.v1";
  public static final String CREDIT_HOUSEHOLDS = "credit.household.v1";
  public static final String CREDIT_TARGETS = "credit.target.v1";
  public static final String CASES = "subsidy.case.v1";
  public static final String CALLS = "subsidy.call.v1";
  private static final List<String> EMPLOYMENT = List.of(WORKERS, TARGETS);
  private static final List<String> CREDIT = List.of(LOANS, CREDIT_HOUSEHOLDS, CREDIT_TARGETS);
  private static final int PARTITIONS = 4;

  private final KafkaProducer<String, String> producer;

  public EventLog(String brokers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "transactional.id", "test-" + Instant.now()),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
  }

  /** The log that a service with these settings reads. */
  public static EventLog of(Map<String, String> settings) {
    return new EventLog(Objects.requireNonNull(settings.get(RunningService.BROKERS)));
  }

  public void write(WorkerEvent... events) {
    commit(List.of(events).stream().map(e -> event(WORKERS, e.id(), e.json())).toList());
  }

  public void write(List<WorkerEvent> events) {
    write(events.toArray(WorkerEvent[]::new));
  }

  public void target(String county, int year, long version, String... history) {
    String key = county + "|EMPLOYMENT|" + year;
    commit(List.of(event(TARGETS, key, Events.target(county, year, version, history))));
  }

  /** Everything employment has written so far stands before this. */
  public void heartbeat() {
    heartbeat(EMPLOYMENT);
  }

  /** Everything the credit department has written so far stands before this. */
  public void creditHeartbeat() {
    heartbeat(CREDIT);
  }

  private void heartbeat(List<String> topics) {
    Instant now = Instant.now();
    commit(
        topics.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> heartbeat(topic, partition, now)))
            .toList());
  }

  public void commit(List<ProducerRecord<String, String>> records) {
    producer.beginTransaction();
    Future<?> last = null;
    for (ProducerRecord<String, String> each : records) {
      last = producer.send(each);
    }
    try {
      if (last != null) {
        last.get();
      }
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
    producer.commitTransaction();
  }

  public static ProducerRecord<String, String> event(
      String topic, @Nullable String key, @Nullable String json) {
    return typed(new ProducerRecord<>(topic, key, json), "io.countypulse." + topic);
  }

  public static ProducerRecord<String, String> heartbeat(String topic, int partition, Instant at) {
    return typed(
        new ProducerRecord<>(topic, partition, "~heartbeat/employment/0", Events.heartbeat(at)),
        "io.countypulse.platform.heartbeat.v1");
  }

  private static ProducerRecord<String, String> typed(
      ProducerRecord<String, String> record, String type) {
    record.headers().add("ce_type", type.getBytes(StandardCharsets.US_ASCII));
    return record;
  }

  @Override
  public void close() {
    producer.close();
  }
}
