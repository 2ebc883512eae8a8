package io.countypulse.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The parts as containers; they go when this JVM goes. */
final class Containers {
  private Containers() {}

  static boolean available() {
    boolean configured =
        System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    return configured && DockerClientFactory.instance().isDockerAvailable();
  }

  /** JDBC URL of the superuser. */
  @SuppressWarnings("resource") // Lives as long as this JVM.
  static String postgres() {
    PostgreSQLContainer server =
        new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=200");
    server.start();
    return "jdbc:postgresql://%s:%d/postgres?user=%s&password=%s"
        .formatted(
            server.getHost(),
            server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
            server.getUsername(),
            server.getPassword());
  }

  /** Bootstrap servers. */
  @SuppressWarnings("resource") // Lives as long as this JVM.
  static String kafka() {
    KafkaContainer broker =
        new KafkaContainer("apache/kafka:4.3.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", "" + (32 << 20))
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
    broker.start();
    return broker.getBootstrapServers();
  }
}
