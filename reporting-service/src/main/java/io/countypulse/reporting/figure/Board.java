package io.countypulse.reporting.figure;

import io.countypulse.reporting.cells.Emission;
import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import io.countypulse.reporting.contribution.Measure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * All series in memory: what each partition said last, and their totals. Immutable, so whoever
 * holds one sees a person who moves in exactly one county.
 */
final class Board {

  private static final Comparator<SeriesName> BY_NAME =
      Comparator.comparing(SeriesName::county)
          .thenComparing(SeriesName::measure)
          .thenComparing(SeriesName::period);

  static final Board EMPTY = new Board(Map.of(), Map.of());

  private final Map<Partition, Map<SeriesName, Series>> parts;
  private final Map<SeriesName, Series> totals;

  private Board(Map<Partition, Map<SeriesName, Series>> parts, Map<SeriesName, Series> totals) {
    this.parts = parts;
    this.totals = totals;
  }

  /** Hands over every series there is. */
  void forEach(BiConsumer<SeriesName, Series> each) {
    totals.forEach(each);
  }

  /** The totals of some measures only. */
  Board only(Set<Measure> measures) {
    Map<SeriesName, Series> some = new HashMap<>();
    totals.forEach(
        (name, series) -> {
          if (Measure.find(name.measure()).filter(measures::contains).isPresent()) {
            some.put(name, series);
          }
        });
    return new Board(Map.of(), some);
  }

  /** SHA-256 over the totals in the order of their names. */
  String digest() {
    MessageDigest digest = sha256();
    totals.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(BY_NAME))
        .forEach(each -> each.getValue().addTo(digest, each.getKey()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** This board after these emissions, in their order. */
  Board with(List<Emission> emissions) {
    Map<Partition, Map<SeriesName, Series>> newParts = new HashMap<>(parts);
    Map<SeriesName, Series> newTotals = new HashMap<>(totals);
    for (Emission emission : emissions) {
      Partition partition = new Partition(emission.topic(), emission.partition());
      Map<SeriesName, Series> before = newParts.getOrDefault(partition, Map.of());
      Map<SeriesName, Series> after = after(before, emission);
      newParts.put(partition, after);
      changed(before, emission).forEach(name -> move(newTotals, name, before, after));
    }
    return new Board(newParts, newTotals);
  }

  private static Map<SeriesName, Series> after(Map<SeriesName, Series> before, Emission emission) {
    Map<SeriesName, Series> after = new HashMap<>(emission.complete() ? Map.of() : before);
    for (SeriesCells cells : emission.series()) {
      after.put(cells.name(), after.getOrDefault(cells.name(), Series.EMPTY).with(cells));
    }
    return after;
  }

  private static Set<SeriesName> changed(Map<SeriesName, Series> before, Emission emission) {
    Set<SeriesName> names = new HashSet<>(emission.complete() ? before.keySet() : Set.of());
    emission.series().forEach(cells -> names.add(cells.name()));
    return names;
  }

  private static void move(
      Map<SeriesName, Series> totals,
      SeriesName name,
      Map<SeriesName, Series> before,
      Map<SeriesName, Series> after) {
    Series total =
        totals
            .getOrDefault(name, Series.EMPTY)
            .minus(before.getOrDefault(name, Series.EMPTY))
            .plus(after.getOrDefault(name, Series.EMPTY));
    if (total.isEmpty()) {
      totals.remove(name);
    } else {
      totals.put(name, total);
    }
  }
}
