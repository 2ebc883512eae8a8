package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Places in the order of a column. */
final class Rankings {

  private Rankings() {}

  /** What a column of places is the order of: the order most rows agree with. */
  static Optional<Relation.Ranking> find(ReadTable table, Column column) {
    List<Candidate> candidates = new ArrayList<>();
    for (Column by : table.columns()) {
      if (by.kind() == Column.Kind.RANK || by.kind() == Column.Kind.OTHER) {
        continue;
      }
      for (boolean highestFirst : new boolean[] {true, false}) {
        for (boolean dense : new boolean[] {false, true}) {
          Relation.Ranking ranking = new Relation.Ranking(column, by, highestFirst, dense);
          candidates.add(new Candidate(ranking, agreement(table, ranking), nearness(ranking)));
        }
      }
    }
    return candidates.stream()
        .filter(Candidate::isAccepted)
        .max(Comparator.comparingDouble(Candidate::score))
        .map(best -> (Relation.Ranking) best.relation());
  }

  /** The place each value takes; ties share one. */
  static Map<BigDecimal, Integer> places(ReadTable table, Relation.Ranking ranking) {
    Comparator<BigDecimal> ascending = Comparator.naturalOrder();
    Map<BigDecimal, Integer> counts =
        new TreeMap<>(ranking.highestFirst() ? ascending.reversed() : ascending);
    table.units().stream()
        .filter(row -> table.number(row, ranking.result()).isPresent())
        .flatMap(row -> table.value(row, ranking.by()).stream())
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    int place = 1;
    for (Map.Entry<BigDecimal, Integer> each : counts.entrySet()) {
      int many = each.getValue();
      each.setValue(place);
      place += ranking.dense() ? 1 : many;
    }
    return counts;
  }

  private static Agreement agreement(ReadTable table, Relation.Ranking ranking) {
    Map<BigDecimal, Integer> places = places(table, ranking);
    Agreement agreement = new Agreement();
    for (Row row : table.units()) {
      Optional<BigDecimal> printed = table.value(row, ranking.result());
      Optional<BigDecimal> value = table.value(row, ranking.by());
      if (printed.isPresent() && value.isPresent()) {
        int place = places.getOrDefault(value.get(), 0);
        agreement.add(printed.get().compareTo(BigDecimal.valueOf(place)) == 0, true);
      }
    }
    return agreement;
  }

  /** Of orders that agree alike: the nearest column to the left, a rate first, ties 1, 2, 2, 4. */
  private static double nearness(Relation.Ranking ranking) {
    int distance = ranking.result().index() - ranking.by().index();
    double side = distance > 0 ? 0.02 * distance : 0.5 - 0.02 * distance;
    return (ranking.by().kind() == Column.Kind.PERCENT ? Candidate.DECISIVE + 1 : 0)
        - side
        - (ranking.dense() ? 0.01 : 0);
  }
}
