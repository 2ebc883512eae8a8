package io.countypulse.reporting.contribution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One person's figures by looking at every single day, as slowly and plainly as it can be done. */
final class DayByDay {

  static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::measure)
          .thenComparing(Cell::county)
          .thenComparing(Cell::period)
          .thenComparingInt(Cell::day);

  private final Worker worker;

  DayByDay(Worker worker) {
    this.worker = worker;
  }

  /** What the sums of the cells until a day are, zeroes left out; every cell on day 0. */
  static Map<Cell, Long> sumsUntil(Map<Cell, Long> cells, int day) {
    Map<Cell, Long> sums = new TreeMap<>(ORDER);
    cells.forEach(
        (cell, amount) -> {
          if (cell.day() <= day) {
            sums.merge(
                new Cell(cell.measure(), cell.county(), cell.period(), 0), amount, Long::sum);
          }
        });
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  /** The same, counted. */
  Map<Cell, Long> on(int day) {
    Map<Cell, Long> counted = new TreeMap<>(ORDER);
    Set<String> counties = new TreeSet<>();
    for (Stay stay : worker.residence().stays()) {
      if (stay.from() <= day) {
        counties.add(stay.county());
      }
    }
    counties.forEach(
        county -> counted.put(new Cell(Measure.EMPLOYMENT_REGISTERED, county, "", 0), 1L));
    if (working(day)) {
      counted.put(new Cell(Measure.WORKING, county(day), "", 0), 1L);
      if (outOfProvince(day)) {
        counted.put(new Cell(Measure.OUT_OF_PROVINCE, county(day), "", 0), 1L);
      }
    }
    for (int year = 2023; year <= LocalDate.ofEpochDay(day).getYear(); year++) {
      countYear(year, day, counted);
      countReturn(year, day, counted);
    }
    return counted;
  }

  private void countYear(int year, int until, Map<Cell, Long> counted) {
    int last = (int) Math.min(until, LocalDate.of(year, 12, 31).toEpochDay());
    for (int day = (int) LocalDate.of(year, 1, 1).toEpochDay(); day <= last; day++) {
      if (working(day)) {
        String period = Integer.toString(year);
        counted.put(new Cell(Measure.WORKED_THIS_YEAR, county(day), period, 0), 1L);
        return;
      }
    }
  }

  private void countReturn(int year, int until, Map<Cell, Long> counted) {
    int last = (int) Math.min(until, LocalDate.of(year, 12, 31).toEpochDay());
    for (int day = (int) LocalDate.of(year, 1, 1).toEpochDay(); day <= last; day++) {
      if (!worker.wantsNoWork() && working(day - 1) && !working(day)) {
        String period = Integer.toString(year);
        counted.put(new Cell(Measure.RETURNED, county(day), period, 0), 1L);
        for (int later = day + 1; later <= Math.min(until, day + 90); later++) {
          if (working(later)) {
            counted.put(new Cell(Measure.RE_EMPLOYED, county(later), period, 0), 1L);
            return;
          }
        }
        return;
      }
    }
  }

  private boolean working(int day) {
    return worker.spells().stream().anyMatch(spell -> covers(spell, day));
  }

  private boolean outOfProvince(int day) {
    Spell last = null;
    for (Spell spell : worker.spells()) {
      if (covers(spell, day) && (last == null || spell.start() >= last.start())) {
        last = spell;
      }
    }
    return last != null && last.outOfProvince();
  }

  private String county(int day) {
    Stay last = worker.residence().stays().getFirst();
    for (Stay stay : worker.residence().stays()) {
      if (stay.from() <= day && stay.from() >= last.from()) {
        last = stay;
      }
    }
    return last.county();
  }

  private static boolean covers(Spell spell, int day) {
    return spell.start() <= day && day < spell.end();
  }
}
