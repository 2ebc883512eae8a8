package io.countypulse.local.state;

import io.countypulse.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Everything one city keeps on this machine. Deleting the folder forgets the city; copying it while
 * nothing runs keeps it.
 *
 * @param root absolute
 */
public record StateFolder(Path root) {
  private static final long LEAST_FREE_BYTES = 2L << 30;

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path streams() {
    return root.resolve("streams");
  }

  public Path gateway() {
    return root.resolve("gateway");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  /** A broker that only learns how to start; never there for long. */
  public Path training() {
    return root.resolve("training");
  }

  /** The generated demo city. */
  public Path demoCity() {
    return root.resolve("city");
  }

  public Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  /** Addresses and secrets of users and machines, written by the gateway. */
  public Path accounts() {
    return root.resolve("accounts.json");
  }

  public Path ports() {
    return root.resolve("ports.json");
  }

  /** Which city this is, and what was loaded of it. */
  public Path city() {
    return root.resolve("city.json");
  }

  /** The settings of a service. */
  public Path settings(String service) {
    return secrets().resolve(service + ".properties");
  }

  /** When the figures were last built anew from the log, {@code r20240610073000}; none: never. */
  public Path rebuilt() {
    return root.resolve("rebuilt");
  }

  /** Held locked by the supervisor as long as it lives. */
  public Path lock() {
    return root.resolve("lock");
  }

  /** What the supervisor says about itself. */
  public Path run() {
    return root.resolve("run.json");
  }

  /** Everything that is kept, and nothing else a person may have put into the folder. */
  public Stream<Path> kept() {
    Stream<Path> folders =
        Stream.of(postgres(), kafka(), streams(), gateway(), secrets(), training(), demoCity());
    Stream<Path> files = Stream.of(accounts(), ports(), city(), rebuilt(), run(), lock());
    return Stream.of(folders, Stream.of(root.resolve("logs")), files).flatMap(part -> part);
  }

  /** Whether this is a state folder at all. */
  public boolean exists() {
    return Files.exists(lock());
  }

  /** Creates the folder for its owner alone. */
  public StateFolder create() {
    try {
      Files.createDirectories(root.resolve("logs"));
      for (Path own : new Path[] {root, secrets(), gateway(), streams()}) {
        Files.createDirectories(own);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
      }
      return this;
    } catch (IOException e) {
      throw new Refusal(
          "无法写入状态目录 " + root + "。", "The state folder cannot be written: " + root + ".");
    }
  }

  /** Refuses when the disk has less than 2 GiB left. */
  public void requireSpace() {
    try {
      FileStore store = Files.getFileStore(root);
      requireSpace(store.getUsableSpace());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void requireSpace(long freeBytes) {
    if (freeBytes < LEAST_FREE_BYTES) {
      long mebibytes = freeBytes >> 20;
      throw new Refusal(
          "磁盘空间不足：" + root + " 仅剩 " + mebibytes + " MiB，至少需要 2048 MiB。",
          "Too little disk: " + mebibytes + " MiB left at " + root + ", 2048 MiB needed.");
    }
  }
}
