package io.countypulse.reporting.figure;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures reach (ADR 0003).
 *
 * @param sources every partition that must have been heard of; none while they are not known
 * @param through everything a partition recorded before this instant is in the figures
 * @param newestRecord when the newest change in the figures was recorded
 */
public record Freshness(
    Set<Partition> sources,
    NavigableMap<Partition, Instant> through,
    @Nullable Instant newestRecord) {

  static final Freshness NONE = new Freshness(Set.of(), new TreeMap<>(), null);

  public Freshness {
    sources = Set.copyOf(sources);
    through = Collections.unmodifiableNavigableMap(new TreeMap<>(through));
  }

  /** What one partition tells. */
  static Freshness of(Partition source, @Nullable Instant through, @Nullable Instant newestRecord) {
    NavigableMap<Partition, Instant> one = new TreeMap<>();
    if (through != null) {
      one.put(source, through);
    }
    return new Freshness(Set.of(), one, newestRecord);
  }

  /** The earliest of all sources; null while one of them has not been heard of. */
  public @Nullable Instant recordedThrough() {
    return through.keySet().containsAll(sources)
        ? sources.stream().map(through::get).min(Instant::compareTo).orElse(null)
        : null;
  }

  Freshness expecting(Set<Partition> all) {
    return new Freshness(all, through, newestRecord);
  }

  /** The later of both in everything: nothing runs back. */
  Freshness with(Freshness other) {
    NavigableMap<Partition, Instant> merged = new TreeMap<>(through);
    other.through.forEach((source, at) -> merged.merge(source, at, Freshness::later));
    Instant newest =
        Stream.of(this, other)
            .map(Freshness::newestRecord)
            .filter(instant -> instant != null)
            .reduce(Freshness::later)
            .orElse(null);
    return new Freshness(sources, merged, newest);
  }

  private static Instant later(Instant one, Instant another) {
    return one.isBefore(another) ? another : one;
  }
}
