package io.countypulse.reporting.topology;

import io.countypulse.platform.time.BusinessDate;
import io.countypulse.reporting.cells.Emission;
import io.countypulse.testing.RealParts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/** Measures the topology against a bare count over the same events with the same guarantees. */
final class TopologyThroughput {

  private static final int PARTITIONS = 4;

  public static void main(String[] arguments) throws Exception {
    int persons = Integer.parseInt(arguments[0]);
    String brokers = RealParts.bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("bench.worker", PARTITIONS, (short) 1),
                  new NewTopic("bench.target", PARTITIONS, (short) 1)))
          .all()
          .get();
      produce(brokers, persons);
      for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
        double bare = run(admin, brokers, "bare" + round, bare(), persons);
        double full = run(admin, brokers, "full" + round, full(), persons);
        System.out.printf("bare %.0f/s, full %.0f/s, ratio %.2f%n", bare, full, full / bare);
      }
    }
    System.exit(0);
  }

  private static double run(
      Admin admin, String brokers, String application, Topology topology, int persons)
      throws Exception {
    Properties settings = StreamsSettings.forTests(brokers, application);
    Path state = Files.createTempDirectory("streams");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    try (KafkaStreams streams = new KafkaStreams(topology, settings)) {
      streams.start();
      long start = 0;
      while (true) {
        long done = committed(admin, application);
        if (done > 0 && start == 0) {
          start = System.nanoTime();
          persons -= (int) done;
        } else if (done > 0 && lag(admin, application) == 0) {
          break;
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      streams.close(Duration.ofSeconds(20));
      return persons / seconds;
    }
  }

  private static long committed(Admin admin, String group) throws Exception {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .filter(each -> each.getKey().topic().equals("bench.worker") && each.getValue() != null)
        .mapToLong(each -> each.getValue().offset())
        .sum();
  }

  private static long lag(Admin admin, String group) throws Exception {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int p = 0; p < PARTITIONS; p++) {
      latest.put(new TopicPartition("bench.worker", p), OffsetSpec.latest());
    }
    long end =
        admin.listOffsets(latest).all().get().values().stream().mapToLong(o -> o.offset()).sum();
    return end - committed(admin, group);
  }

  private static Topology bare() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("bench.worker", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .groupByKey(Grouped.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .count(Materialized.as("counts"));
    return builder.build();
  }

  private static Topology full() {
    StreamsBuilder builder = new StreamsBuilder();
    Consumed<byte[], byte[]> bytes = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
    FiguresTopology.emissions(
            builder.stream("bench.worker", bytes),
            builder.stream("bench.target", bytes),
            new TopologySettings("1", BusinessDate.fixed(LocalDate.of(2024, 6, 10))))
        .to(
            Emission.TOPIC,
            Produced.with(Serdes.ByteArray(), Serdes.ByteArray(), FiguresTopology.samePartition()));
    return builder.build();
  }

  private static void produce(String brokers, int persons) {
    Random random = new Random(7);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", brokers, "linger.ms", 20, "batch.size", 1 << 18);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < persons; i++) {
        byte[] key = "P5301%08d".formatted(i).getBytes(StandardCharsets.US_ASCII);
        var record = new ProducerRecord<>("bench.worker", key, worker(i, random));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", "employment/" + i + "/1");
        header(record, "ce_source", "employment");
        header(record, "ce_type", "io.countypulse.employment.worker.v1");
        header(record, "ce_subject", "P5301%08d".formatted(i));
        header(record, "ce_time", Instant.now().toString());
        header(record, "content-type", "application/json");
        Future<?> _ = producer.send(record);
      }
    }
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] worker(int i, Random random) {
    StringBuilder spells = new StringBuilder();
    LocalDate start = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(300));
    int count = 1 + random.nextInt(4);
    for (int n = 0; n < count; n++) {
      boolean open = n == count - 1 && random.nextInt(10) < 7;
      LocalDate end = start.plusDays(60 + random.nextInt(150));
      spells
          .append(n == 0 ? "" : ",")
          .append("{\"start\":\"%s\",".formatted(start))
          .append(open ? "" : "\"end\":\"%s\",".formatted(end))
          .append(
              "\"area\":\"%s\","
                  .formatted(random.nextInt(12) == 0 ? "OUT_OF_PROVINCE" : "IN_COUNTY"))
          .append("\"province\":\"云南省\",\"post\":\"ORDINARY\"}");
      start = end.plusDays(random.nextInt(60));
    }
    return """
    {"personId":"P5301%08d","version":1,"householdId":"H5301%08d","category":"LIFTED","labour":"ORDINARY","wishToWork":null,"businessDate":"2024-06-10","recordedAt":"2024-06-10T08:30:12.345678Z","residence":[{"county":"5301%02d"}],"spells":[%s]}"""
        .formatted(i, i, 2 + random.nextInt(20), spells)
        .getBytes(StandardCharsets.UTF_8);
  }
}
