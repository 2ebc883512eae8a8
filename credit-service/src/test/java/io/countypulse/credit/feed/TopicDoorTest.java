package io.countypulse.credit.feed;

import static io.countypulse.credit.Feed.loan;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.credit.Department;
import io.countypulse.credit.Feed;
import io.countypulse.credit.TestBank;
import io.countypulse.platform.topic.TopicReader;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank streams: a record is a feed. */
class TopicDoorTest {

  private static final String TOPIC = "credit.delivery.v1";

  private final Department department = Department.shared().reset();
  private final TestBank bank = department.bank("HMNS");
  private final String group = "topic-door-" + UUID.randomUUID();
  private final TopicReader reader =
      new TopicReader(
          TOPIC,
          () -> group,
          RealParts.bootstrapServers(),
          Map.of("max.poll.records", "1"),
          department.part(TopicDoor.class));

  @BeforeEach
  void open() {
    reader.start();
  }

  @AfterEach
  void close() {
    reader.stop();
  }

  @Test
  void recordsAreFeedsInTheOrderTheyStand() throws Exception {
    byte[] first = Feed.of(bank, "2024-06-06", 1, loan("J1", "48000")).bytes();
    byte[] second = Feed.of(bank, "2024-06-07", 2, loan("J1", "47000")).bytes();
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", RealParts.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(delivery(bank.code(), first, bank.sign(first))).get();
      producer.send(delivery(bank.code(), second, bank.sign(first))).get();
      producer.send(delivery("JSCZ", second, bank.sign(second))).get();
      producer.send(new ProducerRecord<>(TOPIC, bank.code(), second)).get();
      producer.send(delivery(bank.code(), second, bank.sign(second))).get();
    }
    Eventually.holds("all five are answered", Duration.ofSeconds(30), () -> answers().size() == 5);
    assertThat(answers())
        .containsExactlyInAnyOrder(
            "HMNS ACCEPTED ",
            "HMNS REFUSED SIGNATURE_WRONG",
            "JSCZ REFUSED BANK_NOT_YOURS",
            "HMNS REFUSED SIGNATURE_MISSING",
            "HMNS ACCEPTED ");
    assertThat(
            department.cell("credit.outstanding", "530113", "2024-06-07").at("/value").asString())
        .isEqualTo("47000.00");
  }

  private static ProducerRecord<String, byte[]> delivery(
      String key, byte[] feed, String signature) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, key, feed);
    record.headers().add(TopicDoor.SIGNATURE, signature.getBytes(US_ASCII));
    return record;
  }

  private List<String> answers() {
    return department
        .database()
        .sql(
            """
            select claimed_bank || ' ' || status || ' ' || coalesce(receipt::jsonb #>> '{refusals,0,code}', '')
            from feed where door = 'TOPIC' and receipt is not null
            """)
        .query(String.class)
        .list();
  }
}
