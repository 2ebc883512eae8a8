package io.countypulse.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The data directory of a PostgreSQL server. */
record PostgresData(Path directory) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Path lock() {
    return directory.resolve("postmaster.pid");
  }

  /**
   * Creates the directory if there is none; an attempt that was cut short leaves nothing half made.
   */
  void createOnce(PostgresPrograms programs, String password, Path log) throws IOException {
    if (Files.exists(directory.resolve("PG_VERSION"))) {
      return;
    }
    Path fresh = directory.resolveSibling(directory.getFileName() + ".fresh");
    Directories.delete(fresh);
    Files.createDirectories(fresh.getParent());
    Path secret = Files.createTempFile("password", null, ownerOnly());
    try {
      Files.writeString(secret, password);
      Part.start("initdb", programs.command("initdb", arguments(fresh, secret)), log).run(PATIENCE);
    } finally {
      Files.delete(secret);
    }
    Directories.delete(directory);
    Files.move(fresh, directory);
  }

  /**
   * Forgets the lock of a crashed server whose process number now belongs to another program;
   * PostgreSQL itself sees to every other kind of left-over lock.
   */
  void clearForeignLock() throws IOException {
    if (holder().filter(holder -> !isPostgres(holder)).isPresent()) {
      Files.delete(lock());
    }
  }

  /** The server that holds the lock and lives. */
  Optional<ProcessHandle> server() {
    return holder().filter(PostgresData::isPostgres);
  }

  private Optional<ProcessHandle> holder() {
    try {
      String first = Files.readString(lock()).lines().findFirst().orElse("");
      return first.isBlank() ? Optional.empty() : ProcessHandle.of(Long.parseLong(first.strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }

  private static List<String> arguments(Path directory, Path password) {
    return List.of(
        "--pgdata=" + directory,
        "--username=postgres",
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }
}
