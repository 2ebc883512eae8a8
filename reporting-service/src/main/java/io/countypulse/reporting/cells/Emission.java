package io.countypulse.reporting.cells;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in one partition of one topic since its last emission: absolute values, never
 * differences, so that repeating it changes nothing.
 *
 * @param generation of the topology that made it
 * @param topic and {@code partition} the events came from
 * @param complete these are all cells of the partition: what is not named is gone
 * @param recordedThrough everything recorded before this instant is in here; null while unknown
 * @param newestRecord when the newest change in here was recorded; null if nothing changed
 */
public record Emission(
    String generation,
    String topic,
    int partition,
    boolean complete,
    @Nullable Instant recordedThrough,
    @Nullable Instant newestRecord,
    List<SeriesCells> series) {

  /** Where emissions go, partition by partition. */
  public static final String TOPIC = "reporting.cells.v1";

  public Emission {
    series = List.copyOf(series);
  }

  /** Whether figures change, and not freshness only. */
  public boolean changesFigures() {
    return complete || !series.isEmpty();
  }

  /** The record's key; tells whose it is without reading the value. */
  public String key() {
    return generation + "/" + topic + "/" + partition;
  }
}
