package io.countypulse.testing;

import io.countypulse.local.parts.BrokerProcess;
import io.countypulse.local.parts.FreePorts;
import io.countypulse.local.parts.PostgresProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The parts as processes of this machine, each in a temporary directory. */
final class LocalParts {
  /** Waits for the end of the JVM that holds the other end of its input, then clears up. */
  private static final String CLEAR_UP =
      """
      trap '' INT TERM HUP
      read -r unused
      kill -INT "$1"
      for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        kill -0 "$1" || break
        sleep 0.25
      done
      kill -KILL "$1"
      rm -rf "$2"
      """;

  private LocalParts() {}

  /** JDBC URL of the superuser. */
  static String postgres() {
    Path directory = directory("pulse-postgres");
    PostgresProcess server =
        PostgresProcess.start(
            directory.resolve("data"), FreePorts.any(), "admin1", directory.resolve("log"));
    endWithThisJvm(server.handle(), directory);
    return server.adminUrl();
  }

  /** Bootstrap servers. */
  static String kafka() {
    Path directory = directory("pulse-kafka");
    BrokerProcess broker =
        BrokerProcess.start(directory, FreePorts.any(), FreePorts.any(), directory.resolve("log"));
    endWithThisJvm(broker.handle(), directory);
    return broker.bootstrapServers();
  }

  private static Path directory(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A shutdown hook would not run when the JVM is killed; the end of a pipe is always seen. */
  private static void endWithThisJvm(ProcessHandle part, Path directory) {
    try {
      new ProcessBuilder(
              "sh", "-c", CLEAR_UP, "sh", Long.toString(part.pid()), directory.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
