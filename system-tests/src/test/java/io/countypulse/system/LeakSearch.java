package io.countypulse.system;

import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads everything a running city has written and lists where a personal datum stands. */
final class LeakSearch implements AutoCloseable {
  private static final int ENOUGH = 10;
  private static final List<String> SERVICES =
      List.of("employment", "credit", "subsidy", "reporting", "gateway");

  /**
   * Sums in fen have as many digits as a phone; where only days and sums can stand, none is one.
   */
  private static final Pattern SUMS = Pattern.compile("\"cells\":\\[[-0-9,]*\\]");

  private final RunningCity city;
  private final PersonalData personal;
  private final Admin admin;

  LeakSearch(RunningCity city, PersonalData personal) throws IOException {
    this.city = city;
    this.personal = personal;
    this.admin = Admin.create(Map.of("bootstrap.servers", city.bootstrapServers()));
  }

  /** Keys, headers and values of every record of every topic, changelogs included. */
  List<String> inTopics() throws Exception {
    List<String> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", city.bootstrapServers(), "max.poll.records", 10_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          admin
              .describeTopics(admin.listTopics().names().get())
              .allTopicNames()
              .get()
              .values()
              .stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(each -> new TopicPartition(topic.name(), each.partition())))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (found.size() < ENOUGH
          && partitions.stream()
              .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          look(record.topic(), SUMS.matcher(text(record)).replaceAll(""), found);
        }
      }
    }
    return found;
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder text = new StringBuilder();
    append(text, record.key());
    append(text, record.value());
    record.headers().forEach(header -> append(text, header.value()));
    return text.toString();
  }

  @SuppressWarnings("NullAway") // Kafka's keys and values may be null
  private static void append(StringBuilder text, byte[] bytes) {
    if (bytes != null) {
      text.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
    }
  }

  List<String> inLogs() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> logs = Files.list(city.state().root().resolve("logs"))) {
      for (Path log : logs.toList()) {
        for (String line : Files.readAllLines(log)) {
          look(log.getFileName().toString(), line, found);
        }
      }
    }
    return found;
  }

  /** Every service's own metrics page, asked for by the operator. */
  List<String> inMetrics() throws IOException {
    List<String> found = new ArrayList<>();
    for (String service : SERVICES) {
      String page = city.metrics(service);
      if (!page.contains("jvm_memory")) {
        throw new IllegalStateException("no metrics of " + service + ": " + page);
      }
      look(service, page, found);
    }
    return found;
  }

  /** Every text of every table; what is encrypted is bytes, and no name. */
  List<String> inDatabase(String service) throws SQLException, IOException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(city.postgres().formatted(service));
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(5_000);
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows =
            statement.executeQuery("select " + texts(table) + " from " + table + " as t")) {
          while (rows.next() && found.size() < ENOUGH) {
            look(service + " " + table, rows.getString(1), found);
          }
        }
      }
    }
    return found;
  }

  /** All of a row, but for sums in fen and a keyed hash: numbers that by chance look like one. */
  private static String texts(String table) {
    return switch (table) {
      case "public.cell" -> "(to_jsonb(t) - 'amount')::text";
      case "public.worker" -> "(to_jsonb(t) - 'namesake')::text";
      default -> "t::text";
    };
  }

  private void look(String where, String text, List<String> found) {
    personal.in(text).ifPresent(datum -> found.add(where + ": " + datum));
  }

  @Override
  public void close() {
    admin.close();
  }
}
