package io.countypulse.platform.intake;

import java.util.List;
import java.util.Map;

/**
 * What became of the staged rows, counted in rows of the file: {@code applied + unchanged +
 * skipped} and the lines rejected while applying make up all of them, or the import fails as a
 * fault of the program.
 *
 * @param flags notes found while applying, each with the number of rows
 * @param changes per county, in whatever the kind counts (people, households, targets)
 */
public record Applied(
    int applied, int unchanged, int skipped, Map<String, Integer> flags, List<Change> changes) {

  /** What changed in one county. */
  public record Change(String county, int added, int changed) {}

  public Applied {
    flags = Map.copyOf(flags);
    changes = List.copyOf(changes);
  }
}
