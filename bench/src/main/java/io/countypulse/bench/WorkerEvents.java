package io.countypulse.bench;

import io.countypulse.reporting.topology.FiguresTopology;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic of invented persons' events and nothing else, as the employment service publishes them;
 * both topologies read it.
 */
final class WorkerEvents {
  static final String TOPIC = "employment.worker.v1";
  static final int PARTITIONS = 4;

  private WorkerEvents() {}

  static void publish(String bootstrapServers, int persons)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.deleteTopics(FiguresTopology.topics()).all().get();
      admin
          .createTopics(
              FiguresTopology.topics().stream()
                  .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                  .toList())
          .all()
          .get();
    }
    Random random = new Random(7);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "batch.size", 1 << 18);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int person = 0; person < persons; person++) {
        Future<?> _ = producer.send(event("P5301%08d".formatted(person), random));
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> event(String person, Random random) {
    String value =
        """
        {"personId":"%s","version":1,"householdId":"H%s","category":"LIFTED","labour":"ORDINARY",\
        "businessDate":"2024-06-10","recordedAt":"2024-06-10T08:30:12.345678Z",\
        "residence":[{"county":"5301%02d"}],"spells":[%s]}"""
            .formatted(person, person, 2 + random.nextInt(20), spells(random));
    var record = new ProducerRecord<>(TOPIC, bytes(person), bytes(value));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", person + "/1",
            "ce_source", "employment",
            "ce_type", "io.countypulse.employment.worker.v1",
            "ce_subject", person,
            "ce_time", "2024-06-10T08:30:12.345678Z",
            "content-type", "application/json")
        .forEach((name, text) -> record.headers().add(name, bytes(text)));
    return record;
  }

  private static String spells(Random random) {
    StringBuilder spells = new StringBuilder();
    LocalDate start = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(300));
    int count = 1 + random.nextInt(4);
    for (int number = 0; number < count; number++) {
      boolean open = number == count - 1 && random.nextInt(10) < 7;
      LocalDate end = start.plusDays(60 + random.nextInt(150));
      spells
          .append(number == 0 ? "" : ",")
          .append("{\"start\":\"%s\",".formatted(start))
          .append(open ? "" : "\"end\":\"%s\",".formatted(end))
          .append(
              "\"area\":\"%s\","
                  .formatted(random.nextInt(12) == 0 ? "OUT_OF_PROVINCE" : "IN_COUNTY"))
          .append("\"post\":\"ORDINARY\"}");
      start = end.plusDays(random.nextInt(60));
    }
    return spells.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
