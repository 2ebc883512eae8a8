package io.countypulse.reporting.figure;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures reach, department by department (ADR 0003): one that is silent holds up
 * nobody's figures but its own.
 *
 * @param sources every partition there is; none while they are not known
 * @param departments those that have ever published; who never has is not waited for
 * @param through everything a partition recorded before this instant is in the figures
 * @param newestRecord when the newest change in the figures was recorded
 */
public record Freshness(
    Set<Partition> sources,
    SortedSet<String> departments,
    NavigableMap<Partition, Instant> through,
    @Nullable Instant newestRecord) {

  static final Freshness NONE = new Freshness(Set.of(), new TreeSet<>(), new TreeMap<>(), null);

  public Freshness {
    sources = Set.copyOf(sources);
    departments = Collections.unmodifiableSortedSet(new TreeSet<>(departments));
    through = Collections.unmodifiableNavigableMap(new TreeMap<>(through));
  }

  /** What one partition tells. */
  static Freshness of(Partition source, @Nullable Instant through, @Nullable Instant newestRecord) {
    NavigableMap<Partition, Instant> one = new TreeMap<>();
    SortedSet<String> department = new TreeSet<>();
    if (through != null) {
      one.put(source, through);
      department.add(source.department());
    }
    return new Freshness(Set.of(), department, one, newestRecord);
  }

  /** The earliest of all departments; null while one of them has not been heard of. */
  public @Nullable Instant recordedThrough() {
    return earliest(departments.stream().map(this::recordedThrough).toList());
  }

  /** The earliest of a department's partitions; null while one has not been heard of. */
  public @Nullable Instant recordedThrough(String department) {
    return earliest(
        sources.stream()
            .filter(source -> source.department().equals(department))
            .map(through::get)
            .toList());
  }

  Freshness expecting(Set<Partition> all, Set<String> published) {
    return new Freshness(all, union(departments, published), through, newestRecord);
  }

  /** The later of both in everything: nothing runs back. */
  Freshness with(Freshness other) {
    NavigableMap<Partition, Instant> merged = new TreeMap<>(through);
    other.through.forEach((source, at) -> merged.merge(source, at, Freshness::later));
    Instant newest =
        Stream.of(this, other)
            .map(Freshness::newestRecord)
            .filter(Objects::nonNull)
            .reduce(Freshness::later)
            .orElse(null);
    return new Freshness(sources, union(departments, other.departments), merged, newest);
  }

  private static SortedSet<String> union(Set<String> one, Set<String> other) {
    SortedSet<String> union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }

  private static @Nullable Instant earliest(List<@Nullable Instant> instants) {
    Instant earliest = null;
    for (Instant each : instants) {
      if (each == null) {
        return null;
      }
      earliest = earliest == null || each.isBefore(earliest) ? each : earliest;
    }
    return earliest;
  }

  private static Instant later(Instant one, Instant another) {
    return one.isBefore(another) ? another : one;
  }
}
