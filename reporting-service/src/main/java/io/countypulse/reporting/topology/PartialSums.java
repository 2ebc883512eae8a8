package io.countypulse.reporting.topology;

import io.countypulse.reporting.cells.SeriesCells;
import io.countypulse.reporting.cells.SeriesName;
import io.countypulse.reporting.contribution.Cell;
import io.countypulse.reporting.contribution.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sums of one partition, and which of them the read model has not been told yet. */
final class PartialSums {

  private static final Comparator<Sum> BY_SERIES =
      Comparator.comparing((Sum sum) -> sum.cell.county())
          .thenComparing(sum -> sum.cell.measure())
          .thenComparing(sum -> sum.cell.period())
          .thenComparingInt(sum -> sum.cell.day());

  private final Map<Cell, Sum> sums = new HashMap<>();
  private final List<Sum> touched = new ArrayList<>();

  void add(List<Contribution> contributions) {
    for (Contribution contribution : contributions) {
      add(contribution.cell(), contribution.amount());
    }
  }

  void subtract(List<Contribution> contributions) {
    for (Contribution contribution : contributions) {
      add(contribution.cell(), -contribution.amount());
    }
  }

  /** How many cells may have changed since the last {@link #takeChanges()}. */
  int touched() {
    return touched.size();
  }

  /** The cells whose sum is another one than at the last call, with their new sums. */
  List<SeriesCells> takeChanges() {
    List<Sum> changed = new ArrayList<>(touched.size());
    for (Sum sum : touched) {
      if (sum.settle()) {
        changed.add(sum);
      }
      if (sum.amount == 0) {
        sums.remove(sum.cell);
      }
    }
    touched.clear();
    changed.sort(BY_SERIES);
    return series(changed);
  }

  private void add(Cell cell, long amount) {
    Sum sum = sums.computeIfAbsent(cell, Sum::new);
    sum.amount += amount;
    if (!sum.touched) {
      sum.touched = true;
      touched.add(sum);
    }
  }

  private static List<SeriesCells> series(List<Sum> changed) {
    List<SeriesCells> series = new ArrayList<>();
    for (int from = 0, to; from < changed.size(); from = to) {
      to = from + 1;
      while (to < changed.size() && changed.get(to).sameSeries(changed.get(from))) {
        to++;
      }
      series.add(cells(changed.subList(from, to)));
    }
    return series;
  }

  private static SeriesCells cells(List<Sum> sums) {
    Cell first = sums.getFirst().cell;
    return new SeriesCells(
        new SeriesName(first.county(), first.measure().code(), first.period()),
        sums.stream().mapToInt(sum -> sum.cell.day()).toArray(),
        sums.stream().mapToLong(sum -> sum.amount).toArray());
  }

  private static final class Sum {
    private final Cell cell;
    private long amount;
    private long told;
    private boolean touched;

    private Sum(Cell cell) {
      this.cell = cell;
    }

    private boolean settle() {
      boolean changed = amount != told;
      told = amount;
      touched = false;
      return changed;
    }

    private boolean sameSeries(Sum other) {
      return cell.measure() == other.cell.measure()
          && cell.county().equals(other.cell.county())
          && cell.period().equals(other.cell.period());
    }
  }
}
