package io.countypulse.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.local.parts.Databases;
import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.Databases.Passwords;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.local.parts.PostgresProcess;
import io.countypulse.platform.MigratedDatabase;
import io.countypulse.testing.RealParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FAULTS B4, with a server of its own: the others' must not go away. */
class DatabaseRestartTest {

  @TempDir Path directory;

  @Test
  void theRelayGoesOnByItselfWhenTheDatabaseComesBack() {
    int port = FreePorts.any();
    PostgresProcess server = start(port);
    Database database =
        Databases.create(server.adminUrl(), "restarted", new Passwords("own1", "app1", "rel1"));
    MigratedDatabase migrated = MigratedDatabase.migrate(database, "outbox");
    try (Topic topic = Topic.create()) {
      Relay relay = relay(migrated, topic);
      relay.start();
      write(migrated, topic, "before");
      topic.events(1);

      server.stop();
      server = start(port);
      write(migrated, topic, "after");

      assertThat(topic.events(2)).extracting(ConsumerRecord::key).contains("before", "after");
      relay.stop();
    } finally {
      server.stop();
    }
  }

  private PostgresProcess start(int port) {
    return PostgresProcess.start(
        directory.resolve("data"), port, "admin1", directory.resolve("log"));
  }

  private static Relay relay(MigratedDatabase database, Topic topic) {
    OutboxSettings settings =
        new OutboxSettings(
            "test-" + UUID.randomUUID(), List.of(topic.name()), 1, 100, true, "", "");
    return new Relay(
        database.relay(),
        Map.of("bootstrap.servers", RealParts.bootstrapServers()),
        settings,
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  private static void write(MigratedDatabase database, Topic topic, String key) {
    database
        .app()
        .sql("insert into outbox (topic, key, type, payload) values (?, ?, 'test', '{}')")
        .params(topic.name(), key)
        .update();
  }
}
