package io.countypulse.local.city;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a city folder that is handed in on the first run (DOMAIN.md § 10).
 *
 * @param kind the kind of file, as the import API calls it
 */
record CityFile(Path path, String kind) {
  private static final List<String> KINDS = List.of("households", "workers", "targets");

  /** The files of a city that are there, in the order in which they are handed in. */
  static List<CityFile> of(Path city) {
    return KINDS.stream()
        .flatMap(
            kind ->
                Stream.of(".csv", ".xlsx")
                    .map(ending -> new CityFile(city.resolve(kind + ending), kind))
                    .filter(file -> Files.exists(file.path)))
        .toList();
  }

  String name() {
    return path.getFileName().toString();
  }
}
