package io.countypulse.reporting.contribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person able to work, with dated residence and spells in work (DOMAIN.md § 4).
 *
 * @param wantsNoWork 就业意愿 is 否: not missed where work ends
 * @param spells in the order that decides: by start, then as given
 */
public record Worker(long version, Residence residence, boolean wantsNoWork, List<Spell> spells)
    implements Entity {

  private static final int NEVER = Integer.MAX_VALUE;
  private static final int DAYS_TO_FIND_WORK = 90;

  public Worker {
    spells = InOrder.of(spells, Comparator.comparingInt(Spell::start));
  }

  @Override
  public List<Contribution> contributions(int horizonYear) {
    List<Contribution> contributions = new ArrayList<>();
    residence.mark(Measure.EMPLOYMENT_REGISTERED, Entity.FIRST_DAY, contributions);
    addWork(contributions);
    addYears(horizonYear, contributions);
    addReturns(contributions);
    return contributions;
  }

  /** Between two boundaries nothing changes, so the boundaries carry all of a stock. */
  private void addWork(List<Contribution> to) {
    StockPart working = new StockPart(Measure.WORKING, to);
    StockPart outOfProvince = new StockPart(Measure.OUT_OF_PROVINCE, to);
    for (int day : boundaries()) {
      Spell spell = spellOn(day);
      String county = residence.countyOn(day);
      working.becomes(day, county, spell == null ? 0 : 1);
      outOfProvince.becomes(day, county, spell != null && spell.outOfProvince() ? 1 : 0);
    }
  }

  /** A person counts once a year, in the county of the year's first day in work. */
  private void addYears(int horizonYear, List<Contribution> to) {
    if (spells.isEmpty()) {
      return;
    }
    int firstYear = yearOf(spells.getFirst().start());
    for (int year = firstYear; year <= horizonYear; year++) {
      int day = firstDayWorked(newYear(year), newYear(year + 1));
      if (day != NEVER) {
        to.add(flow(Measure.WORKED_THIS_YEAR, year, day));
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

  /** Once a year: the first end without other work; and the new work that follows it in time. */
  private void addReturns(List<Contribution> to) {
    if (wantsNoWork) {
      return;
    }
    int counted = Integer.MIN_VALUE;
    for (int day : ends()) {
      int year = yearOf(day);
      if (year != counted && spellOn(day) == null) {
        counted = year;
        to.add(flow(Measure.RETURNED, year, day));
        int found = firstStartAfter(day);
        if (found != NEVER && found - day <= DAYS_TO_FIND_WORK) {
          to.add(flow(Measure.RE_EMPLOYED, year, found));
        }
      }
    }
  }

  private int firstStartAfter(int day) {
    for (Spell spell : spells) {
      if (spell.start() > day && spell.end() > spell.start()) {
        return spell.start();
      }
    }
    return NEVER;
  }

  /** Without spells that end as they begin: nobody worked on any day of them. */
  private int[] ends() {
    int[] days = new int[spells.size()];
    int count = 0;
    for (Spell spell : spells) {
      if (spell.end() != Spell.OPEN && spell.end() > spell.start()) {
        days[count++] = spell.end();
      }
    }
    return sorted(days, count);
  }

  private int[] boundaries() {
    List<Stay> stays = residence.stays();
    int[] days = new int[2 * spells.size() + stays.size()];
    int count = 0;
    for (Spell spell : spells) {
      days[count++] = spell.start();
      if (spell.end() != Spell.OPEN) {
        days[count++] = spell.end();
      }
    }
    for (int i = 1; i < stays.size(); i++) {
      days[count++] = stays.get(i).from();
    }
    return sorted(days, count);
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

  private Contribution flow(Measure measure, int year, int day) {
    return new Contribution(
        new Cell(measure, residence.countyOn(day), Integer.toString(year), day), 1);
  }

  private static int[] sorted(int[] days, int count) {
    Arrays.sort(days, 0, count);
    return Arrays.copyOf(days, count);
  }

  private static int yearOf(int day) {
    return LocalDate.ofEpochDay(day).getYear();
  }

  private static int newYear(int year) {
    return (int) LocalDate.of(year, 1, 1).toEpochDay();
  }
}
