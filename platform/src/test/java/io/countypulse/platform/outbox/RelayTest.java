package io.countypulse.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countypulse.platform.MigratedDatabase;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class RelayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TYPE = "io.countypulse.test.thing.v1";
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final MigratedDatabase database = MigratedDatabase.with("outbox");
  private final JdbcClient app = database.app();
  private final TransactionTemplate transaction = database.transaction();
  private final Outbox outbox = new Outbox(app, () -> TRACE);
  private final Topic topic = Topic.create();
  private final String source = "test-" + UUID.randomUUID();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Relay> relays = new ArrayList<>();

  @AfterEach
  void stop() {
    relays.forEach(Relay::stop);
    topic.close();
  }

  @Test
  void anEventIsPublishedAsACloudEventAndItsRowIsGone() {
    startRelay();
    write("person-1", "{\"version\":1}");

    ConsumerRecord<String, String> event = topic.events(1).getFirst();

    assertThat(event.key()).isEqualTo("person-1");
    assertThat(event.value()).isEqualTo("{\"version\":1}");
    assertThat(Topic.header(event, "ce_specversion")).isEqualTo("1.0");
    assertThat(Topic.header(event, "ce_id")).isNotBlank();
    assertThat(Topic.header(event, "ce_source")).isEqualTo(source);
    assertThat(Topic.header(event, "ce_type")).isEqualTo(TYPE);
    assertThat(Topic.header(event, "ce_subject")).isEqualTo("person-1");
    assertThat(Instant.parse(Topic.header(event, "ce_time")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    assertThat(Topic.header(event, "content-type")).isEqualTo("application/json");
    assertThat(Topic.header(event, "traceparent")).isEqualTo(TRACE);
    awaitEmptyOutbox();
    assertThat(meters.counter("pulse.relay.published").count()).isEqualTo(1);
  }

  @Test
  void aSetBasedInsertIsPublishedInTheOrderOfItsIdsPerKey() {
    startRelay();
    app.sql(
            """
            insert into outbox (topic, key, type, payload)
            select ?, 'person-' || (n % 50), ?, json_build_object('version', n / 50 + 1)::text
            from generate_series(0, 4999) n
            order by n
            """)
        .params(topic.name(), TYPE)
        .update();

    assertVersionsRiseByOne(topic.events(5_000));
    awaitEmptyOutbox();
  }

  /** FAULTS B1. */
  @Test
  void aLowerIdThatCommitsLastIsStillPublished() throws SQLException {
    startRelay();
    try (Connection slow = connection()) {
      slow.setAutoCommit(false);
      try (Statement statement = slow.createStatement()) {
        statement.execute(insert("slow-lower-id"));
        write("fast-higher-id", "{}");
        topic.events(1);
        awaitRows(0);
        slow.commit();
      }
    }

    assertThat(topic.events(2))
        .extracting(ConsumerRecord::key)
        .containsExactly("fast-higher-id", "slow-lower-id");
    awaitEmptyOutbox();
  }

  /** FAULTS B2: Kafka has acknowledged, the row cannot be deleted. */
  @Test
  void aCrashBetweenAcknowledgementAndDeletionSendsTwiceAndLosesNothing() {
    JdbcClient owner = database.owner();
    owner
        .sql(
            """
            create function crash() returns trigger language plpgsql as $$
            begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$
            """)
        .update();
    owner
        .sql(
            "create trigger crash before delete on outbox for each statement execute function"
                + " crash()")
        .update();
    startRelay();
    write("person-1", "{\"version\":1}");
    topic.events(1);
    write("person-1", "{\"version\":2}");
    owner.sql("drop trigger crash on outbox").update();
    awaitEmptyOutbox();

    Eventually.holds(
        "the second version last",
        PATIENCE,
        () -> version(topic.all().stream().filter(RelayTest::isEvent).toList().getLast()) == 2);
    List<ConsumerRecord<String, String>> events = topic.events(3);
    assertFirstAppearancesRise(events);
    assertThat(events).filteredOn(event -> version(event) == 1).hasSizeGreaterThan(1);
    assertThat(events.stream().map(event -> Topic.header(event, "ce_id")).distinct()).hasSize(2);
  }

  /** FAULTS B3. */
  @Test
  void aRollbackPublishesNothingAndAnEventWithoutATransactionIsRefused() {
    startRelay();
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      outbox.write(event("rolled-back", "{}"));
                      throw new IllegalStateException("the business failed");
                    }))
        .hasMessage("the business failed");
    assertThatThrownBy(() -> outbox.write(event("alone", "{}")))
        .isInstanceOf(IllegalStateException.class);
    write("kept", "{}");

    assertThat(topic.events(1)).extracting(ConsumerRecord::key).containsExactly("kept");
    awaitEmptyOutbox();
  }

  /** FAULTS B7. */
  @Test
  void twoRelaysOnOneShardKeepTheOrderOfEachKey() {
    Relay first = startRelay();
    startRelay();
    writeVersions(1, 100);
    topic.events(1);
    first.stop();
    writeVersions(101, 200);

    assertFirstAppearancesRise(topic.events(10 * 200));
    awaitEmptyOutbox();
  }

  /** FAULTS B7: the former holder still lives, but its lock is gone. */
  @Test
  void aRelayThatLostItsLockIsFencedAndBeginsAnew() {
    startRelay();
    startRelay();
    for (int round = 0; round < 5; round++) {
      writeVersions(round * 20 + 1, round * 20 + 20);
      killRelayConnections();
    }

    assertFirstAppearancesRise(topic.events(10 * 100));
    awaitEmptyOutbox();
  }

  @Test
  void aHeartbeatSaysThatEverythingCommittedBeforeItStandsBeforeIt() {
    startRelay();
    List<Instant> committed = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      write("person-" + i % 7, "{\"version\":" + i + "}");
      committed.add(databaseTime());
    }
    topic.events(300);
    Instant last = committed.getLast();
    Eventually.holds(
        "a heartbeat past the last commit on every partition",
        PATIENCE,
        () ->
            topic.all().stream()
                    .filter(Topic::isHeartbeat)
                    .filter(heartbeat -> at(heartbeat).isAfter(last))
                    .map(ConsumerRecord::partition)
                    .distinct()
                    .count()
                == Topic.PARTITIONS);

    assertWhatStandsBehindAHeartbeatIsYounger(topic.all(), committed);
    ConsumerRecord<String, String> heartbeat = topic.heartbeats(1).getFirst();
    assertThat(heartbeat.key()).isEqualTo("~heartbeat/" + source + "/0");
    assertThat(Topic.header(heartbeat, "ce_type"))
        .isEqualTo("io.countypulse.platform.heartbeat.v1");
    assertThat(JsonMapper.shared().readTree(heartbeat.value()).path("shards").asInt()).isEqualTo(1);
  }

  @Test
  void severalShardsShareTheOutboxAndKeepTheOrderOfEachKey() {
    startRelay(3, 50);
    writeVersions(1, 200);

    assertVersionsRiseByOne(topic.events(10 * 200));
    Eventually.holds(
        "heartbeats of all three shards",
        PATIENCE,
        () ->
            topic.all().stream()
                    .filter(Topic::isHeartbeat)
                    .map(ConsumerRecord::key)
                    .distinct()
                    .count()
                == 3);
  }

  @Test
  void theAgeOfTheOldestRowShowsWhileNothingCanBePublished() {
    Relay relay =
        new Relay(
            database.relay(),
            Map.of("bootstrap.servers", "127.0.0.1:1"),
            settings(1, 100),
            Clock.systemUTC(),
            meters);
    relays.add(relay);
    write("waiting", "{}");
    relay.start();

    Eventually.holds(
        "depth and age", PATIENCE, () -> gauge("depth") == 1 && gauge("age.seconds") > 1);
  }

  private Relay startRelay() {
    return startRelay(1, 1_000);
  }

  private Relay startRelay(int shards, int batchSize) {
    Relay relay =
        new Relay(
            database.relay(),
            Map.of("bootstrap.servers", RealParts.bootstrapServers()),
            settings(shards, batchSize),
            Clock.systemUTC(),
            relays.isEmpty() ? meters : new SimpleMeterRegistry());
    relays.add(relay);
    relay.start();
    return relay;
  }

  private OutboxSettings settings(int shards, int batchSize) {
    return new OutboxSettings(
        source, List.of(topic.name()), shards, batchSize, true, "unused", "unused");
  }

  private void write(String key, String payload) {
    transaction.executeWithoutResult(status -> outbox.write(event(key, payload)));
  }

  /** Ten keys, each version a transaction of its own. */
  private void writeVersions(int from, int to) {
    for (int version = from; version <= to; version++) {
      String payload = "{\"version\":" + version + "}";
      transaction.executeWithoutResult(
          status ->
              IntStream.range(0, 10).forEach(key -> outbox.write(event("person-" + key, payload))));
    }
  }

  private OutboxEvent event(String key, String payload) {
    return new OutboxEvent(topic.name(), key, TYPE, payload);
  }

  private String insert(String key) {
    return "insert into outbox (topic, key, type, payload) values ('%s', '%s', '%s', '{}')"
        .formatted(topic.name(), key, TYPE);
  }

  private Connection connection() throws SQLException {
    return database.appSource().getConnection();
  }

  private void killRelayConnections() {
    JdbcClient.create(database.relay())
        .sql(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where usename = current_user and pid <> pg_backend_pid()")
        .query(Long.class)
        .single();
  }

  private Instant databaseTime() {
    return app.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  private double gauge(String name) {
    return meters.get("pulse.outbox." + name).gauge().value();
  }

  private void awaitEmptyOutbox() {
    awaitRows(0);
  }

  private void awaitRows(long rows) {
    Eventually.holds(
        rows + " rows in the outbox",
        PATIENCE,
        () -> app.sql("select count(*) from outbox").query(Long.class).single() == rows);
  }

  private static boolean isEvent(ConsumerRecord<String, String> record) {
    return !Topic.isHeartbeat(record);
  }

  private static Instant at(ConsumerRecord<String, String> heartbeat) {
    return Instant.parse(JsonMapper.shared().readTree(heartbeat.value()).path("at").asString());
  }

  private static int version(ConsumerRecord<String, String> event) {
    return JsonMapper.shared().readTree(event.value()).path("version").asInt();
  }

  private static void assertVersionsRiseByOne(List<ConsumerRecord<String, String>> events) {
    versionsByKey(events)
        .forEach(
            (key, versions) ->
                assertThat(versions)
                    .as(key)
                    .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList()));
  }

  /** What was sent twice aside, versions of a key stand in order, and the last one last. */
  private static void assertFirstAppearancesRise(List<ConsumerRecord<String, String>> events) {
    versionsByKey(events)
        .forEach(
            (key, versions) -> {
              assertThat(versions.stream().distinct().toList())
                  .as(key)
                  .isSortedAccordingTo(Comparator.naturalOrder());
              assertThat(versions.getLast())
                  .as(key)
                  .isEqualTo(versions.stream().max(Comparator.naturalOrder()).orElseThrow());
            });
  }

  private static Map<String, List<Integer>> versionsByKey(
      List<ConsumerRecord<String, String>> events) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                ConsumerRecord::key, Collectors.mapping(RelayTest::version, Collectors.toList())));
  }

  /** The commit of version i was over at {@code committed[i]}. */
  private static void assertWhatStandsBehindAHeartbeatIsYounger(
      List<ConsumerRecord<String, String>> records, List<Instant> committed) {
    Map<Integer, Instant> heartbeatSoFar = new HashMap<>();
    for (ConsumerRecord<String, String> record : records) {
      if (Topic.isHeartbeat(record)) {
        heartbeatSoFar.put(record.partition(), at(record));
      } else {
        assertThat(committed.get(version(record)))
            .isAfter(heartbeatSoFar.getOrDefault(record.partition(), Instant.EPOCH));
      }
    }
  }
}
