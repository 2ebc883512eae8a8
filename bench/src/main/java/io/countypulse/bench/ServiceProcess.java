package io.countypulse.bench;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.awaitility.Awaitility;

/** A service as it is shipped, a process of its own on the bench's database and broker. */
final class ServiceProcess implements AutoCloseable {
  private final Process process;
  private final Database database;
  private final String baseUrl;
  private final String token;

  private ServiceProcess(Process process, Database database, String baseUrl, String token) {
    this.process = process;
    this.database = database;
    this.baseUrl = baseUrl;
    this.token = token;
  }

  /**
   * Starts one.
   *
   * @param department employment, credit …
   */
  static ServiceProcess start(String department, Path project, Path city, Path directory)
      throws IOException {
    int port = FreePorts.any();
    Database database = RealParts.database(department);
    Properties settings = new Properties();
    settings.putAll(RealParts.properties(database));
    settings.putAll(TestTokens.shared().properties());
    settings.put("spring.kafka.bootstrap-servers", RealParts.bootstrapServers());
    settings.put("server.port", Integer.toString(port));
    settings.put("server.address", "127.0.0.1");
    settings.put("pulse.city.directory", city.toString());
    Path file = directory.resolve(department + ".properties");
    try (var out = Files.newOutputStream(file)) {
      settings.store(out, null);
    }
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-jar",
                    project
                        .resolve("%1$s-service/target/%1$s-service-exec.jar".formatted(department))
                        .toString(),
                    "--spring.config.additional-location=file:" + file))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(department + ".log").toFile())
            .start();
    String baseUrl = "http://127.0.0.1:" + port;
    var service =
        new ServiceProcess(
            process,
            database,
            baseUrl,
            TestTokens.shared().token(department.toUpperCase(Locale.ROOT) + "_LEAD", "530100"));
    Eventually.holds(
        department + " service is ready",
        Duration.ofSeconds(90),
        () -> service.api().get("/actuator/health/readiness").statusCode() == 200);
    return service;
  }

  String baseUrl() {
    return baseUrl;
  }

  String token() {
    return token;
  }

  PulseApi api() {
    return PulseApi.withToken(baseUrl, token);
  }

  /** A connection of the owner, who may empty tables. */
  Connection owner() throws SQLException {
    return DriverManager.getConnection(
        database.url(), database.owner().username(), database.owner().password());
  }

  /** Imports a file and waits for its end. */
  void load(String kind, Path file) {
    var accepted = api().upload("employment", kind, "", file);
    String location = accepted.headers().firstValue("Location").orElseThrow();
    Eventually.holds(
        file + " is imported",
        Duration.ofMinutes(5),
        () -> api().getJson(location).get("status").asString().equals("COMPLETED"));
  }

  /** Forgets every record, import and feed, as on the first day. */
  void forgetEverything() throws SQLException {
    awaitEmptyOutbox();
    try (Connection connection = owner();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          do $$ declare names text; begin
            select string_agg(format('%I', tablename), ', ') into names from pg_tables
            where schemaname = 'public' and tablename not like 'audit%' and tablename not like 'flyway%'
              and tablename not in ('bank', 'receipt_key', 'subsidy_policy');
            execute 'truncate ' || names;
          end $$
          """);
    }
  }

  /** Returns once the relay has published everything; looks often, but leaves it the machine. */
  void awaitEmptyOutbox() throws SQLException {
    try (Connection connection = owner();
        var oldest = connection.prepareStatement("select id from outbox order by id limit 1")) {
      Awaitility.await("the relay has published everything")
          .atMost(Duration.ofMinutes(10))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(10))
          .until(
              () -> {
                try (var row = oldest.executeQuery()) {
                  return !row.next();
                }
              });
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
