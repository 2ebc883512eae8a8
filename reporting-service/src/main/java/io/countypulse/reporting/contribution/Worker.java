package io.countypulse.reporting.contribution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A person able to work, with dated residence and spells in work (DOMAIN.md § 4).
 *
 * @param residence at least one stay, by day; the first holds for all the past
 * @param spells in the order that decides: by start, then as given
 */
public record Worker(long version, List<Stay> residence, List<Spell> spells) implements Entity {

  public Worker {
    if (residence.isEmpty()) {
      throw new IllegalArgumentException("a worker lives somewhere");
    }
    residence = inOrder(residence, Comparator.comparingInt(Stay::from));
    spells = inOrder(spells, Comparator.comparingInt(Spell::start));
  }

  @Override
  public void contribute(int horizonYear, Contributions to) {
    contributePresence(to);
    contributeWork(to);
    contributeYears(horizonYear, to);
  }

  /** A county the person has ever belonged to has a record, even after the move away. */
  private void contributePresence(Contributions to) {
    Set<String> seen = new HashSet<>(2);
    for (Stay stay : residence) {
      if (seen.add(stay.county())) {
        add(to, Measure.REGISTERED, stay.county(), stay.from(), 1);
      }
    }
  }

  /** Between two boundaries nothing changes, so the boundaries carry all of a stock. */
  private void contributeWork(Contributions to) {
    String workedIn = null;
    String outFrom = null;
    for (int day : boundaries()) {
      Spell spell = spellOn(day);
      String county = spell == null ? null : countyOn(day);
      String out = spell != null && spell.outOfProvince() ? county : null;
      move(to, Measure.WORKING, workedIn, county, day);
      move(to, Measure.OUT_OF_PROVINCE, outFrom, out, day);
      workedIn = county;
      outFrom = out;
    }
  }

  /** A person counts once a year, in the county of the year's first day in work. */
  private void contributeYears(int horizonYear, Contributions to) {
    if (spells.isEmpty()) {
      return;
    }
    for (int year = yearOf(spells.getFirst().start()); year <= horizonYear; year++) {
      int day = firstDayWorked(year);
      if (day != Spell.OPEN) {
        to.add(
            new Cell(Measure.WORKED_THIS_YEAR, countyOn(day), Integer.toString(year), day), 1);
      }
    }
  }

  private int firstDayWorked(int year) {
    int newYear = newYear(year);
    int nextYear = newYear(year + 1);
    int first = Spell.OPEN;
    for (Spell spell : spells) {
      int day = Math.max(spell.start(), newYear);
      if (day < nextYear && day < spell.end()) {
        first = Math.min(first, day);
      }
    }
    return first;
  }

  private int[] boundaries() {
    IntStream.Builder days = IntStream.builder();
    for (Spell spell : spells) {
      days.add(spell.start());
      if (spell.end() != Spell.OPEN) {
        days.add(spell.end());
      }
    }
    residence.stream().skip(1).forEach(stay -> days.add(stay.from()));
    return days.build().sorted().distinct().toArray();
  }

  /** Of several spells that cover a day the one that began last decides, then the later row. */
  private @Nullable Spell spellOn(int day) {
    for (int i = spells.size() - 1; i >= 0; i--) {
      if (spells.get(i).covers(day)) {
        return spells.get(i);
      }
    }
    return null;
  }

  private String countyOn(int day) {
    for (int i = residence.size() - 1; i > 0; i--) {
      if (residence.get(i).from() <= day) {
        return residence.get(i).county();
      }
    }
    return residence.getFirst().county();
  }

  private static void move(
      Contributions to, Measure measure, @Nullable String from, @Nullable String into, int day) {
    if (from != null && !from.equals(into)) {
      add(to, measure, from, day, -1);
    }
    if (into != null && !into.equals(from)) {
      add(to, measure, into, day, 1);
    }
  }

  private static void add(Contributions to, Measure measure, String county, int day, long amount) {
    to.add(new Cell(measure, county, Cell.NO_PERIOD, day), amount);
  }

  private static int yearOf(int day) {
    return LocalDate.ofEpochDay(day).getYear();
  }

  private static int newYear(int year) {
    return (int) LocalDate.of(year, 1, 1).toEpochDay();
  }

  private static <T> List<T> inOrder(List<T> list, Comparator<T> order) {
    for (int i = 1; i < list.size(); i++) {
      if (order.compare(list.get(i - 1), list.get(i)) > 0) {
        return list.stream().sorted(order).toList();
      }
    }
    return List.copyOf(list);
  }
}
