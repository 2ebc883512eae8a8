package io.countypulse.testing;

import io.countypulse.local.parts.Databases;
import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.Databases.Passwords;
import io.countypulse.local.parts.Topics;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One real PostgreSQL and one real Kafka broker for all tests of a JVM, started when first asked
 * for: containers where a Docker daemon answers, else processes of this machine. They end, and
 * their data go, with the JVM however it ends.
 */
public final class RealParts {
  private static final Passwords PASSWORDS = new Passwords("owner1", "app1", "relay1");
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private RealParts() {}

  /** A new, empty database for the service, with its three roles; another one at every call. */
  public static Database database(String service) {
    byte[] random = new byte[4];
    ThreadLocalRandom.current().nextBytes(random);
    String name = service + "_" + HexFormat.of().formatHex(random);
    return Databases.create(Server.ADMIN_URL, name, PASSWORDS);
  }

  /** JDBC URL of the superuser, credentials included. */
  public static String adminUrl() {
    return Server.ADMIN_URL;
  }

  /** The broker; the topics of the contracts exist on it and are shared by all tests of the JVM. */
  public static String bootstrapServers() {
    return Broker.BOOTSTRAP_SERVERS;
  }

  /**
   * Another broker, with the topics of the contracts, for a story that must have the log to itself;
   * it lives as long as this JVM.
   */
  public static String newBroker() {
    String servers = Kind.DOCKER ? Containers.kafka() : LocalParts.kafka();
    Topics.create(servers);
    return servers;
  }

  /** Spring properties of a service on a new database and the shared broker. */
  public static Map<String, String> properties(String service) {
    Map<String, String> properties = new LinkedHashMap<>(properties(database(service)));
    properties.put("spring.kafka.bootstrap-servers", bootstrapServers());
    return properties;
  }

  /** Spring properties of a service on this database, without a broker. */
  public static Map<String, String> properties(Database database) {
    return Map.ofEntries(
        Map.entry("spring.datasource.url", database.url()),
        Map.entry("spring.datasource.username", database.app().username()),
        Map.entry("spring.datasource.password", database.app().password()),
        Map.entry("spring.flyway.user", database.owner().username()),
        Map.entry("spring.flyway.password", database.owner().password()),
        Map.entry("pulse.outbox.username", database.relay().username()),
        Map.entry("pulse.outbox.password", database.relay().password()),
        Map.entry("pulse.personal-data.key", KEY),
        Map.entry("pulse.personal-data.lookup-key", KEY));
  }

  private static boolean docker() {
    boolean docker = Containers.available();
    System.out.println(
        docker
            ? "Parts: containers (Docker answers)"
            : "Parts: processes of this machine (no Docker daemon)");
    return docker;
  }

  private static final class Kind {
    static final boolean DOCKER = docker();
  }

  private static final class Server {
    static final String ADMIN_URL = Kind.DOCKER ? Containers.postgres() : LocalParts.postgres();
  }

  private static final class Broker {
    static final String BOOTSTRAP_SERVERS = newBroker();
  }
}
