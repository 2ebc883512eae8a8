package io.countypulse.testing;

import io.countypulse.local.parts.Directories;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One city started as its operator would start it: {@code pulse up --detach}, in a folder of its
 * own.
 */
public final class RunningCity implements AutoCloseable {
  private static final Path PROJECT = project();

  private final Path directory;
  private final StateFolder state;

  private RunningCity(Path directory) {
    this.directory = directory;
    this.state = new StateFolder(directory.resolve("state"));
  }

  /** Kunming with its files loaded. */
  public static RunningCity kunming() {
    return start(List.of());
  }

  /** Kunming on its first day: units, accounts, no record. */
  public static RunningCity emptyKunming() {
    return start(List.of("--empty"));
  }

  /** Whatever city the folder holds. */
  public static RunningCity of(Path cityFolder) {
    return start(List.of("--city", cityFolder.toString()));
  }

  private static RunningCity start(List<String> options) {
    try {
      var city = new RunningCity(Files.createTempDirectory("pulse-city"));
      var arguments =
          new ArrayList<>(List.of("up", "--detach", "--port", Integer.toString(port())));
      arguments.addAll(options);
      city.pulse(arguments);
      return city;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A free port that no outgoing connection can take before the city does. */
  private static int port() {
    for (int port = 9_000 + FreePorts.any() % 10_000; ; port += 10) {
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // The next one, then.
      }
    }
  }

  /** The folder of the built project. */
  public static Path project() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("pulse"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside the project");
  }

  private void pulse(List<String> arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dpulse.project=" + PROJECT,
                "-jar",
                PROJECT.resolve("deploy/local/target/local.jar").toString()));
    command.addAll(arguments);
    command.addAll(List.of("--state", state.root().toString()));
    Path output = directory.resolve("output-" + arguments.getFirst());
    try {
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start()
              .waitFor();
      if (code != 0) {
        throw new IllegalStateException(arguments + " → " + code + "\n" + Files.readString(output));
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  /** Everything the city keeps. */
  public StateFolder state() {
    return state;
  }

  /** Signs in as a machine client. */
  public PulseApi signIn(String clientId) {
    return PulseApi.signIn(state.accounts(), clientId);
  }

  /** Users and clients with their secrets. */
  public JsonNode accounts() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(state.accounts()));
  }

  /** The folder of files the city was loaded from. */
  public Path files() {
    return state.demoCity();
  }

  /** The broker. */
  public String bootstrapServers() throws IOException {
    return "127.0.0.1:" + port("kafka");
  }

  /** JDBC URL of the superuser, {@code %s} in the place of the database. */
  public String postgres() throws IOException {
    Properties secrets = new Properties();
    try (var reader = Files.newBufferedReader(state.secrets().resolve("secrets.properties"))) {
      secrets.load(reader);
    }
    return "jdbc:postgresql://127.0.0.1:%d/%%s?user=postgres&password=%s"
        .formatted(port("postgres"), secrets.getProperty("password.postgres"));
  }

  /** A service's metrics, as Prometheus reads them. */
  public String metrics(String service) throws IOException {
    String baseUrl =
        service.equals("gateway")
            ? accounts().get("baseUrl").asString()
            : "http://127.0.0.1:" + port(service);
    return signIn("operator").at(baseUrl).get("/actuator/prometheus").body();
  }

  private int port(String part) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(state.ports())).get(part).asInt();
  }

  /** Ends a part as a power cut would: {@code kill -9}. */
  public void kill(String part) throws IOException {
    if (part.equals("postgres")) {
      String pid = Files.readAllLines(state.postgres().resolve("postmaster.pid")).getFirst();
      ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
      return;
    }
    Mark.processes(state)
        .filter(process -> Mark.part(process).filter(part::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no process of " + part))
        .destroyForcibly();
  }

  /** Has the figures built anew from the log and switched to, as an operator would. */
  public void rebuild() {
    try {
      pulse(List.of("rebuild"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Stops it, does something while nothing runs, and starts it again. */
  public void restart(Runnable between) {
    try {
      pulse(List.of("down"));
      between.run();
      pulse(List.of("up", "--detach"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      pulse(List.of("down"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      Directories.delete(directory);
    }
  }
}
