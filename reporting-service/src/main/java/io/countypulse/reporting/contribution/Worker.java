package io.countypulse.reporting.contribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person able to work, with dated residence and spells in work (DOMAIN.md § 4).
 *
 * @param residence at least one stay, by day; the first holds for all the past
 * @param spells in the order that decides: by start, then as given
 */
public record Worker(long version, List<Stay> residence, List<Spell> spells) implements Entity {

  private static final int NEVER = Integer.MAX_VALUE;

  public Worker {
    if (residence.isEmpty()) {
      throw new IllegalArgumentException("a worker lives somewhere");
    }
    residence = inOrder(residence, Comparator.comparingInt(Stay::from));
    spells = inOrder(spells, Comparator.comparingInt(Spell::start));
  }

  @Override
  public List<Contribution> contributions(int horizonYear) {
    List<Contribution> contributions = new ArrayList<>();
    addPresence(contributions);
    addWork(contributions);
    addYears(horizonYear, contributions);
    return contributions;
  }

  /** A county the person has ever belonged to has a record, even after the move away. */
  private void addPresence(List<Contribution> to) {
    if (residence.size() == 1) {
      to.add(stock(Measure.REGISTERED, countyOn(Entity.FIRST_DAY), Entity.FIRST_DAY, 1));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Stay stay : residence) {
      if (seen.add(stay.county())) {
        to.add(stock(Measure.REGISTERED, stay.county(), stay.from(), 1));
      }
    }
  }

  /** Between two boundaries nothing changes, so the boundaries carry all of a stock. */
  private void addWork(List<Contribution> to) {
    String worksIn = null;
    String isOutOf = null;
    for (int day : boundaries()) {
      Spell spell = spellOn(day);
      String county = spell == null ? null : countyOn(day);
      String left = spell != null && spell.outOfProvince() ? county : null;
      addMove(to, Measure.WORKING, worksIn, county, day);
      addMove(to, Measure.OUT_OF_PROVINCE, isOutOf, left, day);
      worksIn = county;
      isOutOf = left;
    }
  }

  /** A person counts once a year, in the county of the year's first day in work. */
  private void addYears(int horizonYear, List<Contribution> to) {
    if (spells.isEmpty()) {
      return;
    }
    int firstYear = LocalDate.ofEpochDay(spells.getFirst().start()).getYear();
    for (int year = firstYear; year <= horizonYear; year++) {
      int day = firstDayWorked(newYear(year), newYear(year + 1));
      if (day != NEVER) {
        Cell cell = new Cell(Measure.WORKED_THIS_YEAR, countyOn(day), Integer.toString(year), day);
        to.add(new Contribution(cell, 1));
      }
    }
  }

  private int firstDayWorked(int from, int until) {
    int first = NEVER;
    for (Spell spell : spells) {
      int day = Math.max(spell.start(), from);
      if (day < until && day < spell.end()) {
        first = Math.min(first, day);
      }
    }
    return first;
  }

  private int[] boundaries() {
    int[] days = new int[2 * spells.size() + residence.size()];
    int count = 0;
    for (Spell spell : spells) {
      days[count++] = spell.start();
      if (spell.end() != Spell.OPEN) {
        days[count++] = spell.end();
      }
    }
    for (int i = 1; i < residence.size(); i++) {
      days[count++] = residence.get(i).from();
    }
    Arrays.sort(days, 0, count);
    return Arrays.copyOf(days, count);
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

  private static void addMove(
      List<Contribution> to,
      Measure measure,
      @Nullable String from,
      @Nullable String into,
      int day) {
    if (from != null && !from.equals(into)) {
      to.add(stock(measure, from, day, -1));
    }
    if (into != null && !into.equals(from)) {
      to.add(stock(measure, into, day, 1));
    }
  }

  private static Contribution stock(Measure measure, String county, int day, long amount) {
    return new Contribution(new Cell(measure, county, Cell.NO_PERIOD, day), amount);
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
