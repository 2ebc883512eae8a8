package io.countypulse.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of a city folder that is handed in on the first run (DOMAIN.md § 10).
 *
 * @param service whose import API takes it
 * @param kind the kind of file, as the import API calls it
 */
record CityFile(Path path, String service, String kind) {
  private static final String EMPLOYMENT = "employment";
  private static final String CREDIT = "credit";
  private static final String SUBSIDY = "subsidy";

  /**
   * The files of a city that are there, in the order in which they are handed in. A register too
   * large for one file stands in several, {@code workers-1.csv} and so on.
   */
  static List<CityFile> of(Path city) {
    List<CityFile> files = new ArrayList<>();
    for (String kind : List.of("households", "workers", "targets")) {
      paths(city, kind).forEach(path -> files.add(new CityFile(path, EMPLOYMENT, kind)));
    }
    paths(city, "targets").forEach(path -> files.add(new CityFile(path, CREDIT, "targets")));
    for (String kind : List.of("students", "transport-payments", "verification-calls")) {
      paths(city, kind).forEach(path -> files.add(new CityFile(path, SUBSIDY, kind)));
    }
    return files;
  }

  /** By what it is remembered: a file may be for more than one service. */
  String mark() {
    return service.equals(EMPLOYMENT) ? name() : service + "/" + name();
  }

  String name() {
    return path.getFileName().toString();
  }

  private static List<Path> paths(Path city, String kind) {
    Pattern name = Pattern.compile(kind + "(?:-(\\d{1,9}))?\\.(?:csv|xlsx)");
    try (Stream<Path> there = Files.list(city)) {
      return there
          .filter(path -> name.matcher(path.getFileName().toString()).matches())
          .sorted(
              Comparator.comparingInt((Path path) -> part(path, name)).thenComparing(path -> path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int part(Path path, Pattern name) {
    Matcher matcher = name.matcher(path.getFileName().toString());
    return matcher.matches() && matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
