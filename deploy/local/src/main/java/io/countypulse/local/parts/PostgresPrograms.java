package io.countypulse.local.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL 18 ({@code initdb}, {@code postgres}, {@code pg_ctl}), unpacked once a
 * user.
 */
record PostgresPrograms(Path directory, List<String> asOrdinaryUser) {

  PostgresPrograms {
    asOrdinaryUser = List.copyOf(asOrdinaryUser);
  }

  static PostgresPrograms unpacked() {
    String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    try {
      return new PostgresPrograms(unpackOnce(archive), ordinaryUser());
    } catch (IOException e) {
      throw new PartFailure("PostgreSQL cannot be unpacked into " + UserCache.directory(), e);
    }
  }

  /**
   * The command line of one program; root runs it in a user namespace, since PostgreSQL refuses
   * root.
   */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(asOrdinaryUser);
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  static String archive(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    return "postgres-" + os + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }

  private static Path unpackOnce(String archive) throws IOException {
    var resource = PostgresPrograms.class.getResource("/" + archive);
    if (resource == null) {
      throw new PartFailure("No PostgreSQL for this machine: " + archive);
    }
    Path home = UserCache.directory().resolve(version(resource.toString()));
    if (Files.exists(home)) {
      return home;
    }
    Files.createDirectories(UserCache.directory());
    Path fresh = Files.createTempDirectory(UserCache.directory(), "unpacking");
    try (InputStream stream = resource.openStream()) {
      unpack(stream, fresh);
      Files.move(fresh, home);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      // Another process was faster: its copy is as good as ours.
      if (!Files.exists(home)) {
        throw e;
      }
      Directories.delete(fresh);
    }
    return home;
  }

  private static String version(String resource) {
    return resource.replaceAll(".*/([^/]+)\\.jar!.*", "$1").replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static void unpack(InputStream stream, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static List<String> ordinaryUser() throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    List<String> ordinary = List.of("unshare", "--user");
    Process attempt = new ProcessBuilder("unshare", "--user", "true").start();
    if (attempt.onExit().join().exitValue() != 0) {
      throw new PartFailure(
          "PostgreSQL 不能以 root 身份运行，而本机不允许 unshare --user：请换普通用户。"
              + " PostgreSQL refuses root, and this machine refuses unshare --user: run as an"
              + " ordinary user.");
    }
    return ordinary;
  }
}
