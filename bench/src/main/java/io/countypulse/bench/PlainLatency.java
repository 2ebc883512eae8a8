package io.countypulse.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What Kafka alone needs: one record produced in a transaction → read by a consumer that reads
 * committed ones.
 */
final class PlainLatency {
  private PlainLatency() {}

  /** Seconds of each of so many records. */
  static double[] measure(String bootstrapServers, int times)
      throws ExecutionException, InterruptedException {
    TopicPartition partition = new TopicPartition("bench.latency-" + UUID.randomUUID(), 0);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1))).all().get();
    }
    double[] seconds = new double[times];
    try (var producer =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers", bootstrapServers, "transactional.id", partition.topic()),
                new StringSerializer(),
                new StringSerializer());
        var consumer =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers", bootstrapServers,
                    "isolation.level", "read_committed",
                    "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
      consumer.assign(List.of(partition));
      producer.initTransactions();
      for (int time = 0; time < times; time++) {
        long began = System.nanoTime();
        producer.beginTransaction();
        Future<?> _ =
            producer.send(new ProducerRecord<>(partition.topic(), Integer.toString(time)));
        producer.commitTransaction();
        while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
          // Not there yet.
        }
        seconds[time] = (System.nanoTime() - began) / 1e9;
      }
    }
    return seconds;
  }
}
