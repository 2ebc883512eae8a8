package io.countypulse.subsidy;

import static io.countypulse.subsidy.Sheets.away;
import static io.countypulse.subsidy.Sheets.coveredHousehold;
import static io.countypulse.subsidy.Sheets.payment;
import static io.countypulse.subsidy.Sheets.payments;
import static io.countypulse.subsidy.Sheets.person;
import static io.countypulse.subsidy.Sheets.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.Contracts;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** From employment's topic to the department's own, through broker and database. */
class ListeningStoryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PEOPLE = 300;

  private final Department department = listening();

  @AfterEach
  void stop() {
    department.stop();
  }

  @Test
  void whoIsEntitledIsFoundCorrectedPublishedAndFoundAgainByANewcomer() {
    for (int n = 1; n <= PEOPLE; n++) {
      say(
          "employment.worker.v1",
          person(n),
          worker(n, 1, "2024-03-10", "530113", away("2024-02-01", "")));
    }
    say("employment.household.v1", "H", coveredHousehold(1));
    others();
    await(department, "300");
    Eventually.holds(
        "the other programmes' cases are found",
        PATIENCE,
        () -> count("select count(*) from subsidy_case where programme <> 'TRANSPORT'") == 3);
    corrected();
    published();
    heardAgain();
  }

  /** With nothing but the topics and the department's own file, the same cases and figures. */
  private void heardAgain() {
    Department newcomer = listening();
    try {
      paid(newcomer);
      List<String> expected = standing(department);
      assertThat(expected).hasSizeGreaterThan(PEOPLE);
      Eventually.holds("all cases stand", PATIENCE, () -> standing(newcomer).equals(expected));
      for (String day : List.of("2022-12-31", "2024-05-01", Department.TODAY, "2025-12-31")) {
        String figures = "/api/subsidy/figures?asOf=" + day;
        assertThat(newcomer.read(figures)).as(day).isEqualTo(department.read(figures));
        String waiting = "/api/subsidy/waiting?period=" + day.substring(0, 4);
        assertThat(newcomer.read(waiting)).as(day).isEqualTo(department.read(waiting));
      }
      assertThat(households(newcomer)).isEqualTo(households(department));
    } finally {
      newcomer.stop();
    }
  }

  /** Somebody trained, somebody in business, and a workshop of five. */
  private void others() {
    say(
        "employment.trainee.v1",
        "t1",
        """
        {"traineeId":"t1","version":1,"personId":"P1","householdId":null,"residence":[{"county":"530113"}],
         "start":"2024-03-01","end":"2024-03-31","removed":false,"businessDate":"2024-06-10"}
        """);
    say(
        "employment.business.v1",
        "b1",
        """
        {"businessId":"b1","version":1,"personId":"P2","householdId":null,"residence":[{"county":"530113"}],
         "opened":"2023-05-01","kind":"RETURNED","businessDate":"2024-06-10"}
        """);
    String posts =
        IntStream.rangeClosed(1, 5)
            .mapToObj(
                "{\"personId\":\"W%d\",\"from\":\"2024-03-15\",\"until\":null,\"monthlyWage\":\"3000.00\"}"
                    ::formatted)
            .collect(Collectors.joining(","));
    say(
        "employment.workshop.v1",
        "W1",
        "{\"workshopId\":\"W1\",\"version\":1,\"county\":\"530113\",\"businessDate\":\"2024-06-10\",\"posts\":["
            + posts
            + "]}");
  }

  private void corrected() {
    say(
        "employment.worker.v1",
        person(1),
        worker(1, 2, "2024-06-10", "530113", away("2024-02-01", "2024-04-20")));
    say("employment.worker.v1", person(2), worker(2, 2, "2024-06-10", "530113", ""));
    await(department, "298");
    paid(department);
    assertThat(department.figure("transport.paid", Department.TODAY)).isEqualTo("1");
  }

  private static void paid(Department of) {
    of.imports(
        "transport-payments",
        Department.TODAY,
        payments(payment("东川区", 4, "2024", "1000", "2024-06-05")));
  }

  /** The last state of each case on the topic is the one in the table. */
  private void published() {
    Eventually.holds(
        "everything is published", PATIENCE, () -> count("select count(*) from outbox") == 0);
    Map<String, Integer> versions = new HashMap<>();
    for (ConsumerRecord<String, String> record : topic()) {
      assertThat(Contracts.violations("subsidy.case.v1", record.value())).isEmpty();
      versions.merge(
          record.key(),
          JsonMapper.shared().readTree(record.value()).get("version").asInt(),
          Math::max);
    }
    department
        .database()
        .sql("select id, version from subsidy_case")
        .query((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .forEach(each -> assertThat(versions).containsEntry(each.getKey(), each.getValue()));
  }

  private int count(String sql) {
    return department.database().sql(sql).query(Integer.class).single();
  }

  private static List<String> standing(Department of) {
    return of.database()
        .sql(
            """
            select concat_ws(
              ' ', id, entitled_from, entitled_fen, county, residence, household_id, step, step_from, paid_fen)
            from subsidy_case where entitled_from is not null order by id
            """)
        .query(String.class)
        .list();
  }

  private static List<String> households(Department of) {
    return of.database()
        .sql("select id || waiting from household_told where waiting <> '[]' order by id")
        .query(String.class)
        .list();
  }

  private static void await(Department of, String entitled) {
    Eventually.holds(
        entitled + " entitled",
        PATIENCE,
        () -> of.figure("transport.entitled", Department.TODAY).equals(entitled));
  }

  private static Department listening() {
    return Department.start(
        Map.of(
            "pulse.subsidy.listen",
            true,
            "pulse.subsidy.group",
            "subsidy-" + UUID.randomUUID(),
            "pulse.outbox.relay",
            true,
            "spring.kafka.bootstrap-servers",
            RealParts.bootstrapServers()));
  }

  private static void say(String topic, String key, String event) {
    ProducerRecord<String, String> told = new ProducerRecord<>(topic, key, event);
    told.headers().add("ce_type", ("io.countypulse." + topic).getBytes(StandardCharsets.UTF_8));
    var _ = Producer.SHARED.send(told);
  }

  /** Everything on the topic of cases but heartbeats. */
  private static List<ConsumerRecord<String, String>> topic() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", RealParts.bootstrapServers());
    settings.put("isolation.level", "read_committed");
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("subsidy.case.v1").stream()
              .map((PartitionInfo part) -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records.stream().filter(record -> !record.key().startsWith("~")).toList();
  }

  private static final class Producer {
    static final KafkaProducer<String, String> SHARED = create();

    private static KafkaProducer<String, String> create() {
      Properties settings = new Properties();
      settings.put("bootstrap.servers", RealParts.bootstrapServers());
      settings.put("linger.ms", "5");
      return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
  }
}
