package io.countypulse.city;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What was written.
 *
 * @param files the person-level files, in the order to load them: households, workers, targets
 * @param rows lines under the headers of the households and workers files
 * @param bytes size of the person-level files
 */
public record Generated(
    Place place, List<Path> files, long people, long rows, long bytes, Duration took) {

  public Generated {
    files = List.copyOf(files);
  }

  public long rowsPerSecond() {
    return rows * 1_000 / Math.max(1, took.toMillis());
  }
}
