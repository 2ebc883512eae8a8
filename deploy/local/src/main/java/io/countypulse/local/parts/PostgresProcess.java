package io.countypulse.local.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL 18 as a process of its own: durable (fsync and synchronous_commit on), on loopback,
 * with a password. It outlives this JVM until {@link #stop()}; starting again after a crash
 * recovers what was committed.
 */
public final class PostgresProcess implements Running {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final PostgresData data;
  private final Part part;
  private final String adminUrl;

  private PostgresProcess(PostgresData data, Part part, String adminUrl) {
    this.data = data;
    this.part = part;
    this.adminUrl = adminUrl;
  }

  /**
   * Starts the server, after creating its data directory if there is none.
   *
   * @param directory the data directory
   * @param port a free port of the loopback interface
   * @param password the superuser's, letters and digits: the one the directory was created with
   * @param log the file the server's output is appended to
   * @throws PartFailure if it does not answer within three minutes
   */
  public static PostgresProcess start(Path directory, int port, String password, Path log) {
    PostgresPrograms programs = PostgresPrograms.unpacked();
    PostgresData data = new PostgresData(directory.toAbsolutePath());
    try {
      data.createOnce(programs, password, log);
      data.clearForeignLock();
    } catch (IOException e) {
      throw new PartFailure("PostgreSQL has no data directory at " + directory, e);
    }
    String url =
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=%s"
            .formatted(port, password);
    return new PostgresProcess(data, serve(programs, data, port, log, url), url);
  }

  /** The JDBC URL of the superuser, password included: never to be printed. */
  public String adminUrl() {
    return adminUrl;
  }

  @Override
  public ProcessHandle handle() {
    return part.process().toHandle();
  }

  @Override
  public void stop() {
    stop(data.directory(), part.log());
    if (!part.exited(PATIENCE)) {
      part.process().destroyForcibly();
    }
  }

  /** The server that runs on this data directory, whoever started it. */
  public static Optional<ProcessHandle> running(Path directory) {
    return new PostgresData(directory.toAbsolutePath()).server();
  }

  /** Ends whatever server runs on this data directory, whoever started it; none is fine. */
  public static void stop(Path directory, Path log) {
    PostgresData data = new PostgresData(directory.toAbsolutePath());
    if (data.server().isPresent()) {
      List<String> arguments =
          List.of("stop", "-s", "-w", "-m", "fast", "-D", data.directory().toString());
      List<String> command = PostgresPrograms.unpacked().command("pg_ctl", arguments);
      Part.start("pg_ctl", command, log).exited(PATIENCE);
    }
  }

  /** Tries again for a while: the sessions of a server that was killed need a moment to notice. */
  private static Part serve(
      PostgresPrograms programs, PostgresData data, int port, Path log, String url) {
    List<String> command = programs.command("postgres", arguments(data, port));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Part part = Part.start("PostgreSQL", command, log);
      try {
        return part.awaitReady(PATIENCE, () -> answers(url));
      } catch (PartFailure failure) {
        if (System.nanoTime() > end) {
          throw failure;
        }
      }
    }
  }

  private static List<String> arguments(PostgresData data, int port) {
    return List.of(
        "-D", data.directory().toString(),
        "-p", Integer.toString(port),
        "-c", "listen_addresses=127.0.0.1",
        "-c", "unix_socket_directories=",
        "-c", "fsync=on",
        "-c", "synchronous_commit=on",
        "-c", "max_connections=200",
        "-c", "work_mem=32MB");
  }

  private static boolean answers(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url + "&connectTimeout=2")) {
      return connection.isValid(2);
    }
  }
}
