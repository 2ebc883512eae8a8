package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.parts.BrokerProcess;
import io.countypulse.local.parts.Databases;
import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.Databases.Passwords;
import io.countypulse.local.parts.PostgresProcess;
import io.countypulse.local.parts.Topics;
import io.countypulse.local.service.Service;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.Ports;
import io.countypulse.local.state.Secrets;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.Supervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** What must stand before a service can start: database server, databases, broker, topics. */
final class Foundation {
  /** Names of the ports it listens on. */
  static final List<String> PARTS = List.of("postgres", "kafka", "kafka-controller");

  private final StateFolder state;
  private final Supervisor supervisor;
  private final Screen screen;
  private final Ports ports;
  private final Secrets secrets;
  private final Map<String, Database> databases = new TreeMap<>();
  private CompletableFuture<?> broker = new CompletableFuture<>();

  Foundation(
      StateFolder state, Supervisor supervisor, Screen screen, Ports ports, Secrets secrets) {
    this.state = state;
    this.supervisor = supervisor;
    this.screen = screen;
    this.ports = ports;
    this.secrets = secrets;
  }

  /**
   * Starts everything at the same time, and what else is to be done meanwhile. Returns without
   * waiting for the broker.
   */
  void start(Runnable meanwhile) {
    broker = Together.begin(this::broker);
    Together.run(List.of(this::database, meanwhile));
  }

  /** Waits until the topics are there. */
  void awaitTopics() {
    Together.await(broker);
  }

  Map<String, Database> databases() {
    return databases;
  }

  String bootstrapServers() {
    return "127.0.0.1:" + ports.of("kafka");
  }

  private void database() {
    int port = ports.of("postgres");
    String password = secrets.password("postgres");
    PostgresProcess server =
        supervisor.part(
            "PostgreSQL",
            () -> PostgresProcess.start(state.postgres(), port, password, state.log("postgres")));
    for (Service service : Service.values()) {
      databases.put(service.label(), create(server.adminUrl(), service.label()));
    }
    screen.step("数据库就绪", "PostgreSQL is ready");
  }

  private Database create(String adminUrl, String name) {
    return Databases.create(
        adminUrl,
        name,
        new Passwords(
            secrets.password(name + "_owner"),
            secrets.password(name + "_app"),
            secrets.password(name + "_relay")));
  }

  private void broker() {
    int port = ports.of("kafka");
    int controllerPort = ports.of("kafka-controller");
    List<String> options = new ArrayList<>(new Mark(state, "kafka").jvmOptions());
    options.addAll(Training.brokerCache().options());
    BrokerProcess started =
        supervisor.part(
            "Kafka",
            () ->
                BrokerProcess.start(
                    state.kafka(),
                    port,
                    controllerPort,
                    state.log("kafka"),
                    options.toArray(String[]::new)));
    Topics.create(started.bootstrapServers());
    screen.step("消息队列就绪", "Kafka is ready");
  }
}
