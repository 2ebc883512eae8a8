package io.countypulse.city;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What was written.
 *
 * @param files the person-level files, in the order to load them: households, workers, targets,
 *     students, travel payments, phone checks
 * @param feeds the banks' daily positions, bank by bank, each by business date; each has a
 *     signature beside it
 * @param rows lines under the headers of the households and workers files
 * @param bytes size of the person-level files
 */
public record Generated(
    Place place,
    List<Path> files,
    List<Path> feeds,
    long people,
    long rows,
    long bytes,
    Duration took) {

  public Generated {
    files = List.copyOf(files);
    feeds = List.copyOf(feeds);
  }

  public long rowsPerSecond() {
    return rows * 1_000 / Math.max(1, took.toMillis());
  }
}
