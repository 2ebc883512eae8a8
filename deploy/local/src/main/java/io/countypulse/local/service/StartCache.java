package io.countypulse.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a JVM has learnt about starting one program (its AOT cache, JEP 514), in a file. A cache
 * made from another build or with other flags is ignored by the JVM, never an error.
 */
public record StartCache(Path file) {

  /** Options of a start: with the cache once there is one. */
  public List<String> options() {
    return Files.exists(file) ? List.of("-XX:AOTCache=" + file, "-XX:AOTMode=auto") : List.of();
  }

  /**
   * Makes the cache unless it is there.
   *
   * @param run starts the program with the given options and lets it end
   */
  public void train(Consumer<List<String>> run) {
    if (Files.exists(file)) {
      return;
    }
    Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    run.accept(List.of("-XX:AOTCacheOutput=" + fresh));
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names a build: another build of the same file has another name. */
  public static String build(Path packed) {
    try {
      long modified = Files.getLastModifiedTime(packed).toMillis();
      return Long.toString(modified, 36) + "-" + Long.toString(Files.size(packed), 36);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
