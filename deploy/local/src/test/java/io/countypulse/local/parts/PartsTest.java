package io.countypulse.local.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.Databases.Login;
import io.countypulse.local.parts.Databases.Passwords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
  private static final Passwords PASSWORDS = new Passwords("own1", "app1", "relay1");

  private final int port = FreePorts.any();
  private final int controllerPort = FreePorts.any();

  @TempDir Path directory;

  @Test
  void theDatabaseKeepsWhatWasCommittedWhenItIsKilled() throws Exception {
    PostgresProcess server = postgres();
    try {
      Database database = Databases.create(server.adminUrl(), "employment", PASSWORDS);
      execute(database.url(), database.owner(), "create table kept as select 7 as answer");
      server.handle().destroyForcibly();
      server.handle().onExit().join();
      server = postgres();
      assertEquals("7", query(database.url(), database.owner(), "select answer from kept"));
    } finally {
      server.stop();
    }
    assertFalse(server.handle().isAlive());
  }

  @Test
  void theDatabaseIsDurableAndAsksEverybodyForAPassword() throws Exception {
    PostgresProcess server = postgres();
    try {
      Database database = Databases.create(server.adminUrl(), "employment", PASSWORDS);
      Databases.create(server.adminUrl(), "employment", PASSWORDS);
      Login app = database.app();
      assertEquals("on", query(database.url(), app, "show fsync"));
      assertEquals("on", query(database.url(), app, "show synchronous_commit"));
      assertEquals(
          "f",
          query(
              database.url(),
              app,
              "select rolbypassrls from pg_roles where rolname = current_user"));
      assertThrows(SQLException.class, () -> execute(database.url(), app, "create table mine ()"));
      assertThrows(
          SQLException.class,
          () -> query(database.url(), new Login("postgres", "guess"), "select 1"));
    } finally {
      server.stop();
    }
  }

  @Test
  void theBrokerKeepsItsLogWhenItIsKilled() throws Exception {
    BrokerProcess broker = broker();
    try {
      Topics.create(broker.bootstrapServers());
      Topics.create(broker.bootstrapServers());
      send(broker, "employment.worker.v1", "person", "state");
      broker.handle().destroyForcibly();
      broker.handle().onExit().join();
      broker = broker();
      assertEquals(List.of("state"), read(broker, "employment.worker.v1"));
      assertTrue(maximumMessage(broker, "reporting.cells.v1") >= 32 << 20);
    } finally {
      broker.stop();
    }
    assertFalse(broker.handle().isAlive());
  }

  private PostgresProcess postgres() {
    return PostgresProcess.start(
        directory.resolve("postgres"), port, "admin1", directory.resolve("postgres.log"));
  }

  private BrokerProcess broker() {
    return BrokerProcess.start(
        directory.resolve("kafka"), port, controllerPort, directory.resolve("kafka.log"));
  }

  private static void execute(String url, Login login, String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url, login.username(), login.password());
        Statement prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  private static String query(String url, Login login, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url, login.username(), login.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void send(BrokerProcess broker, String topic, String key, String value)
      throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, key, value)).get();
    }
  }

  private static List<String> read(BrokerProcess broker, String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
          .map(found -> found.value())
          .toList();
    }
  }

  private static int maximumMessage(BrokerProcess broker, String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      var settings = admin.describeConfigs(List.of(resource)).values().get(resource);
      assertNotNull(settings);
      return Integer.parseInt(settings.get().get("max.message.bytes").value());
    }
  }
}
