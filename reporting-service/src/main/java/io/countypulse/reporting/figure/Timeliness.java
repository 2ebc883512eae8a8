package io.countypulse.reporting.figure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether figures may be shown as live.
 *
 * @param stale those of any department may not
 */
public record Timeliness(boolean stale, List<Department> departments) {

  /**
   * One department's figures.
   *
   * @param recordedThrough everything it recorded before this instant is in them; null while a part
   *     of it has not been heard of
   */
  public record Department(String department, @Nullable Instant recordedThrough, boolean stale) {}

  public Timeliness {
    departments = List.copyOf(departments);
  }
}
