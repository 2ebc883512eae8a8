package io.countypulse.reporting.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.CreditEvents.LoanEvent;
import io.countypulse.reporting.EventLog;
import io.countypulse.reporting.Events;
import io.countypulse.reporting.Events.WorkerEvent;
import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.EmissionFormat;
import io.countypulse.reporting.cells.SeriesCells;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology on a clock of its own: what is told, and what the read model hears of it. */
final class Timeline implements AutoCloseable {

  private static final Duration QUIET = Duration.ofSeconds(3);

  private final TopologyTestDriver driver;
  private final Map<String, TestInputTopic<byte[], byte[]>> topics = new HashMap<>();
  private final TestOutputTopic<byte[], byte[]> emissions;
  private final TestOutputTopic<byte[], byte[]> deadLetters;
  private LocalDate today = LocalDate.of(2024, 6, 10);

  /** By topic: its cells as the read model knows them, by {@code county measure period day}. */
  private final Map<String, Map<String, Long>> cells = new HashMap<>();

  Timeline() {
    StreamsBuilder builder = new StreamsBuilder();
    Consumed<byte[], byte[]> bytes = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
    FiguresTopology.emissions(
            builder.stream(FiguresTopology.topics(), bytes), new TopologySettings("1", () -> today))
        .to(
            Emission.TOPIC,
            Produced.with(Serdes.ByteArray(), Serdes.ByteArray(), FiguresTopology.samePartition()));
    driver =
        new TopologyTestDriver(
            builder.build(), StreamsSettings.forTests("unused:9092", "timeline"));
    for (String topic : FiguresTopology.topics()) {
      topics.put(
          topic,
          driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer()));
    }
    emissions =
        driver.createOutputTopic(
            Emission.TOPIC, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    deadLetters =
        driver.createOutputTopic(
            DeadLetters.TOPIC, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    hear();
  }

  Timeline tell(WorkerEvent event) {
    return send(EventLog.event(EventLog.WORKERS, event.id(), event.json()));
  }

  Timeline tell(LoanEvent event) {
    return send(EventLog.event(EventLog.LOANS, event.id(), event.json()));
  }

  Timeline target(String county, long version, String... history) {
    return send(
        EventLog.event(EventLog.TARGETS, county, Events.target(county, 2024, version, history)));
  }

  Timeline send(ProducerRecord<String, String> record) {
    Objects.requireNonNull(topics.get(record.topic()))
        .pipeInput(new TestRecord<>(bytes(record.key()), bytes(record.value()), record.headers()));
    return this;
  }

  Timeline itBecomes(String day) {
    today = LocalDate.parse(day);
    return this;
  }

  /** What is emitted now. */
  List<Emission> hear() {
    driver.advanceWallClockTime(QUIET);
    List<Emission> heard = emissions.readValuesToList().stream().map(EmissionFormat::read).toList();
    heard.forEach(this::apply);
    return heard;
  }

  Map<String, Long> cells() {
    Map<String, Long> all = new TreeMap<>();
    cells.values().forEach(all::putAll);
    return all;
  }

  /** The sum of a stock until a day. */
  long stock(String measure, String county, String day) {
    return sum(county + " " + measure + "  ", day);
  }

  /** The sum of a flow of a year until a day. */
  long flow(String measure, String county, String year, String day) {
    return sum(county + " " + measure + " " + year + " ", day);
  }

  void nothingElseHappened() {
    assertThat(hear()).isEmpty();
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return deadLetters.readRecordsToList();
  }

  static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private void apply(Emission emission) {
    Map<String, Long> known = cells.computeIfAbsent(emission.topic(), _ -> new TreeMap<>());
    if (emission.complete()) {
      known.clear();
    }
    for (SeriesCells series : emission.series()) {
      for (int i = 0; i < series.size(); i++) {
        String name =
            "%s %s %s %s"
                .formatted(
                    series.name().county(),
                    series.name().measure().replace("employment.", ""),
                    series.name().period(),
                    LocalDate.ofEpochDay(series.day(i)));
        if (series.amount(i) == 0) {
          known.remove(name);
        } else {
          known.put(name, series.amount(i));
        }
      }
    }
  }

  private long sum(String prefix, String day) {
    return cells().entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix))
        .filter(each -> each.getKey().substring(prefix.length()).compareTo(day) <= 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
