package io.countypulse.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A bank's daily position in a city folder: {@code feeds/<bank>/<date>.csv}, and beside it its
 * signature, {@code <file>.sig} (DOMAIN.md § 10).
 */
record Feed(String bank, Path path) {
  private static final String SIGNATURE = ".sig";

  /** The feeds of each bank, oldest first. */
  static Map<String, List<Feed>> of(Path city) {
    Map<String, List<Feed>> feeds = new TreeMap<>();
    Path directory = city.resolve("feeds");
    if (Files.isDirectory(directory)) {
      for (Path bank : list(directory).filter(Files::isDirectory).toList()) {
        String code = bank.getFileName().toString();
        feeds.put(
            code,
            list(bank)
                .filter(Files::isRegularFile)
                .filter(path -> !path.toString().endsWith(SIGNATURE))
                .map(path -> new Feed(code, path))
                .toList());
      }
    }
    return feeds;
  }

  String name() {
    return path.getFileName().toString();
  }

  /** Base64; blank where there is none, which is for the service to complain about. */
  String signature() throws IOException {
    Path file = path.resolveSibling(name() + SIGNATURE);
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }

  private static Stream<Path> list(Path directory) {
    try (Stream<Path> there = Files.list(directory)) {
      return there.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
