package io.countypulse.employment;

import static io.countypulse.employment.Sheets.spell;
import static io.countypulse.employment.Sheets.workers;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Contracts;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file goes in over HTTP, a spell is ended by hand, and both stand on the topic, in order. */
class ServiceStoryTest {

  private static final String TOPIC = "employment.worker.v1";

  private final String person =
      "P" + UUID.randomUUID().toString().substring(24).toUpperCase(Locale.ROOT);

  @Test
  void whatAClerkDoesReachesTheTopicOnceAndInOrder() {
    Department department = Department.start(true);
    try {
      department.imports(
          "workers", workers(spell(1, "省外", "甲公司", "2024-06-01", "").with("人编号", person)));
      String end = "{\"end\":\"2024-06-08\"}";
      department.write(
          "POST",
          "/api/employment/workers/" + person + "/spells/0/end",
          end,
          1L,
          Department.clerk("530113"));

      List<JsonNode> events = Eventually.get("both events", Duration.ofSeconds(30), this::both);
      assertThat(events).extracting(event -> event.path("version").asInt()).containsExactly(1, 2);
      assertThat(events.getLast().at("/spells/0/end").asString()).isEqualTo("2024-06-08");
      assertThat(events)
          .allSatisfy(event -> assertThat(Contracts.violations(TOPIC, event.toString())).isEmpty());
    } finally {
      department.stop();
    }
  }

  private @Nullable List<JsonNode> both() {
    List<JsonNode> events = events();
    return events.size() < 2 ? null : events;
  }

  private List<JsonNode> events() {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", RealParts.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream().map(ServiceStoryTest::partition).toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<JsonNode> events = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.key().equals(person)) {
                    events.add(JsonMapper.shared().readTree(record.value()));
                  }
                });
      }
      return events;
    }
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
