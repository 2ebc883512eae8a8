package io.countypulse.local.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker in combined KRaft mode as a JVM of its own, on loopback. It runs on this JVM's
 * class path, outlives this JVM until {@link #stop()}, and keeps its log when started again.
 */
public final class BrokerProcess implements Running {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TIME_TO_END = Duration.ofSeconds(90);
  private static final int NODE = 1;

  private final Part part;
  private final String bootstrapServers;

  private BrokerProcess(Part part, String bootstrapServers) {
    this.part = part;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts the broker, after formatting its directory if it is new.
   *
   * @param directory holds the log, the metadata and the broker's configuration
   * @param port a free port for clients
   * @param controllerPort another free port, for the broker itself
   * @param log the file the broker's output is appended to
   * @param jvmOptions further options of its JVM
   * @throws PartFailure if it does not answer within five minutes
   */
  public static BrokerProcess start(
      Path directory, int port, int controllerPort, Path log, String... jvmOptions) {
    Path data = directory.toAbsolutePath().resolve("data");
    Path configuration = directory.toAbsolutePath().resolve("server.properties");
    try {
      Files.createDirectories(data);
      formatOnce(data);
      write(properties(data, port, controllerPort), configuration);
    } catch (Exception e) {
      throw new PartFailure("The broker's directory cannot be prepared: " + directory, e);
    }
    String bootstrapServers = "127.0.0.1:" + port;
    Part part = Part.start("Kafka", command(configuration, List.of(jvmOptions)), log);
    return new BrokerProcess(
        part.awaitReady(PATIENCE, () -> listens(port) && answers(bootstrapServers)),
        bootstrapServers);
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public ProcessHandle handle() {
    return part.process().toHandle();
  }

  @Override
  public void stop() {
    part.stop(TIME_TO_END);
  }

  private static void formatOnce(Path data) throws Exception {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(NODE)
        .setDirectories(List.of(data.toString()))
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName("CONTROLLER")
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .run();
  }

  private static Map<String, String> properties(Path data, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "" + NODE),
        Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,CLIENTS:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "CLIENTS"),
        Map.entry(
            "listeners",
            "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
        Map.entry("log.dirs", data.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("message.max.bytes", "" + (32 << 20)),
        Map.entry("min.insync.replicas", "1"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "8"),
        // A machine that was off for weeks goes on where it stood.
        Map.entry("offsets.retention.minutes", "525600"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "8"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("log.cleaner.dedupe.buffer.size", "" + (32 << 20)));
  }

  private static void write(Map<String, String> entries, Path file) throws IOException {
    Properties properties = new Properties();
    properties.putAll(entries);
    try (OutputStream stream = Files.newOutputStream(file)) {
      properties.store(stream, null);
    }
  }

  private static List<String> command(Path configuration, List<String> jvmOptions) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(jvmOptions);
    // Whichever log system this class path holds, it says what is worth saying and no more.
    command.add("-Dlogback.configurationFile=broker-logback.xml");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    command.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "kafka.Kafka"));
    command.add(configuration.toString());
    return command;
  }

  /** Cheaper to ask than the broker itself, which nobody hears in its first seconds. */
  private static boolean listens(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  private static boolean answers(String bootstrapServers) throws Exception {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get(15, TimeUnit.SECONDS).isEmpty();
    }
  }
}
