package io.countypulse.city.people;

import io.countypulse.city.Unit;
import io.countypulse.city.files.Rows;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/**
 * The households and workers of a place; writes the people of one unit at a time, the same whatever
 * the order.
 */
public final class Register {

  /** Columns of a households file (DOMAIN.md § 10). */
  public static final List<String> HOUSEHOLDS =
      List.of("县（市）区", "乡镇", "行政村", "户编号", "户类型", "家庭人口", "年度", "家庭纯收入");

  private final Timeline timeline;
  private final IdentityNumbers identityNumbers;
  private final OpaqueIds personIds;
  private final OpaqueIds householdIds;
  private final boolean plain;
  private final long seed;

  /** A register with all the turns of life. */
  public Register(LocalDate businessDate, long seed) {
    this(businessDate, seed, false);
  }

  private Register(LocalDate businessDate, long seed, boolean plain) {
    this.timeline = new Timeline(businessDate);
    this.identityNumbers = IdentityNumbers.ofWorkers(businessDate, seed);
    this.personIds = new OpaqueIds('P', seed);
    this.householdIds = new OpaqueIds('H', seed);
    this.plain = plain;
    this.seed = seed;
  }

  /** A register of one row a person, each of whose counties is called by its name. */
  public static Register plain(LocalDate businessDate, long seed) {
    return new Register(businessDate, seed, true);
  }

  /**
   * Writes the people of one unit.
   *
   * @param first the number of the unit's first person; people are numbered through the place
   * @return whom it wrote
   */
  public Residents write(Headcount headcount, long first, Rows households, Rows workers)
      throws IOException {
    Residents residents = new Residents();
    Unit unit = headcount.quota().unit();
    Dice dice = new Dice(seed, "people of " + unit.code());
    Gazetteer gazetteer = new Gazetteer(unit, headcount.people(), seed);
    WorkerRows rows = new WorkerRows(workers, timeline, gazetteer, dice);
    Career career = new Career(timeline, awayShare(headcount), dice);
    Headcount.Deal deal = headcount.deal();
    for (long n = first; deal.rest() > 0; ) {
      Household household =
          Household.draw(householdIds.of(n), called(unit, dice), gazetteer.village(dice), dice);
      write(household, households);
      residents.household(household.id());
      for (int i = Math.min(household.workers(dice), deal.rest()); i > 0; i--) {
        Role role = deal.next(dice);
        Person person =
            Person.draw(personIds.of(n), identityNumbers.of(n), household.surname(), role, dice);
        List<Spell> spells = plain ? career.single(role) : career.draw(role);
        rows.write(household, person, spells);
        residents.person(person, role, spells, timeline.today);
        n++;
      }
    }
    return residents;
  }

  private void write(Household household, Rows rows) throws IOException {
    int year = timeline.year - household.incomes().size();
    for (var income : household.incomes()) {
      rows.cell(household.county())
          .cell(household.village().township())
          .cell(household.village().name())
          .cell(household.id())
          .cell(household.category())
          .number(Integer.toString(household.headCount()))
          .number(Integer.toString(year++))
          .number(income.toPlainString())
          .end();
    }
  }

  private static double awayShare(Headcount headcount) {
    return (double) headcount.quota().outOfProvince() / Math.max(1, headcount.quota().working());
  }

  /** Clerks do not always use the short name. */
  private String called(Unit unit, Dice dice) {
    if (plain || !dice.chance(0.02)) {
      return unit.name();
    }
    return unit.aliases().isEmpty() || dice.chance(0.5)
        ? unit.fullName()
        : dice.pick(unit.aliases());
  }
}
