package io.countypulse.reporting.figure;

import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What several emissions of one source partition come to. */
final class CellChanges {

  private final Map<SeriesName, Map<Integer, Long>> cells = new LinkedHashMap<>();
  private boolean complete;
  private @Nullable Instant recordedThrough;
  private @Nullable Instant newestRecord;

  void add(Emission emission) {
    if (emission.complete()) {
      complete = true;
      cells.clear();
    }
    for (SeriesCells series : emission.series()) {
      Map<Integer, Long> days = cells.computeIfAbsent(series.name(), _ -> new TreeMap<>());
      for (int i = 0; i < series.size(); i++) {
        days.put(series.day(i), series.amount(i));
      }
    }
    recordedThrough = newer(recordedThrough, emission.recordedThrough());
    newestRecord = newer(newestRecord, emission.newestRecord());
  }

  /** Whether these are all cells of the partition. */
  boolean complete() {
    return complete;
  }

  @Nullable Instant recordedThrough() {
    return recordedThrough;
  }

  @Nullable Instant newestRecord() {
    return newestRecord;
  }

  CellRows rows() {
    CellRows rows = new CellRows(cells.values().stream().mapToInt(Map::size).sum());
    cells.forEach((name, days) -> days.forEach((day, amount) -> rows.add(name, day, amount)));
    return rows;
  }

  private static @Nullable Instant newer(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
