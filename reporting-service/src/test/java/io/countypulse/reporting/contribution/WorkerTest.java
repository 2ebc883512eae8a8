package io.countypulse.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The sums of a person's contributions are what DOMAIN.md § 4 says of every day. */
class WorkerTest {

  private static final int FIRST = day("2023-10-01");
  private static final int LAST = day("2025-12-31");
  private static final int HORIZON = 2025;

  @Property(tries = 150)
  void sumsOfContributionsAreWhatCountingDayByDayFinds(@ForAll("workers") Worker worker) {
    Map<Cell, Long> found = new TreeMap<>(DayByDay.ORDER);
    for (Contribution each : worker.contributions(HORIZON)) {
      found.merge(each.cell(), each.amount(), Long::sum);
    }
    DayByDay oracle = new DayByDay(worker);
    for (int day = FIRST; day <= LAST; day++) {
      assertThat(DayByDay.sumsUntil(found, day))
          .as("as of %s", LocalDate.ofEpochDay(day))
          .isEqualTo(oracle.on(day));
    }
  }

  @Test
  void aJobThatNeverEndsIsWorkedInEveryYearUntilTheHorizon() {
    Worker worker = worker("A", new Spell(day("2024-03-01"), Spell.OPEN, true));
    assertThat(worker.contributions(2026))
        .filteredOn(each -> each.cell().measure() == Measure.WORKED_THIS_YEAR)
        .containsExactly(
            worked("A", "2024", "2024-03-01"),
            worked("A", "2025", "2025-01-01"),
            worked("A", "2026", "2026-01-01"));
  }

  @Test
  void whoMovesTakesTheStockAlongAndLeavesTheYearBehind() {
    Worker worker =
        new Worker(
            2,
            new Residence(
                List.of(new Stay(Entity.FIRST_DAY, "A"), new Stay(day("2024-06-01"), "B"))),
            false,
            List.of(new Spell(day("2024-03-01"), day("2024-09-15"), false)));
    assertThat(worker.contributions(2025))
        .contains(
            stock(Measure.WORKING, "A", "2024-03-01", 1),
            stock(Measure.WORKING, "A", "2024-06-01", -1),
            stock(Measure.WORKING, "B", "2024-06-01", 1),
            stock(Measure.WORKING, "B", "2024-09-15", -1),
            worked("A", "2024", "2024-03-01"),
            flow(Measure.RETURNED, "B", "2024", "2024-09-15"))
        .hasSize(8);
  }

  @Test
  void whoNeverWorkedIsStillKnownToTheDepartment() {
    assertThat(worker("A").contributions(2025))
        .containsExactly(
            new Contribution(
                new Cell(Measure.EMPLOYMENT_REGISTERED, "A", Cell.NO_PERIOD, Entity.FIRST_DAY), 1));
  }

  @Test
  void whoComesHomeTwiceInAYearReturnsOnceAndIsReEmployedByTheFirstJobWithinNinetyDays() {
    Worker worker =
        worker(
            "A",
            new Spell(day("2024-01-05"), day("2024-03-01"), true),
            new Spell(day("2024-05-30"), day("2024-06-05"), false),
            new Spell(day("2024-06-20"), Spell.OPEN, false));
    assertThat(returns(worker))
        .containsExactly(
            flow(Measure.RETURNED, "A", "2024", "2024-03-01"),
            flow(Measure.RE_EMPLOYED, "A", "2024", "2024-05-30"));
  }

  @Test
  void newWorkOnTheNinetyFirstDayComesTooLate() {
    Spell before = new Spell(day("2024-01-05"), day("2024-03-01"), true);
    assertThat(returns(worker("A", before, new Spell(day("2024-05-31"), Spell.OPEN, false))))
        .containsExactly(flow(Measure.RETURNED, "A", "2024", "2024-03-01"));
  }

  @Test
  void whoIsReEmployedAfterNewYearCountsInTheYearOfTheReturn() {
    Spell before = new Spell(day("2024-01-05"), day("2024-12-20"), true);
    assertThat(returns(worker("A", before, new Spell(day("2025-01-10"), Spell.OPEN, false))))
        .containsExactly(
            flow(Measure.RETURNED, "A", "2024", "2024-12-20"),
            flow(Measure.RE_EMPLOYED, "A", "2024", "2025-01-10"));
  }

  @Test
  void whoGoesOnInAnotherJobHasNotReturned() {
    Spell before = new Spell(day("2024-01-05"), day("2024-03-01"), true);
    assertThat(returns(worker("A", before, new Spell(day("2024-03-01"), Spell.OPEN, false))))
        .isEmpty();
  }

  @Test
  void whoDoesNotWishToWorkIsNotMissed() {
    Spell spell = new Spell(day("2024-01-05"), day("2024-03-01"), true);
    assertThat(returns(new Worker(1, Residence.in("A"), true, List.of(spell)))).isEmpty();
  }

  @Provide
  Arbitrary<Worker> workers() {
    Arbitrary<Integer> days = Arbitraries.integers().between(FIRST, LAST);
    Arbitrary<String> counties = Arbitraries.of("A", "B", "UNKNOWN");
    Arbitrary<Spell> spells =
        Combinators.combine(
                days,
                Arbitraries.oneOf(days, Arbitraries.just(Spell.OPEN)),
                Arbitraries.of(true, false))
            .as(Spell::new);
    Arbitrary<List<Stay>> moves =
        Combinators.combine(days, counties).as(Stay::new).list().ofMaxSize(3);
    Arbitrary<Residence> residence =
        Combinators.combine(counties, moves)
            .as(
                (first, later) -> {
                  List<Stay> stays = new ArrayList<>(Residence.in(first).stays());
                  stays.addAll(later);
                  return new Residence(stays);
                });
    return Combinators.combine(
            residence, Arbitraries.of(false, false, true), spells.list().ofMaxSize(5))
        .as((stays, wantsNoWork, work) -> new Worker(1, stays, wantsNoWork, work));
  }

  private static Worker worker(String county, Spell... spells) {
    return new Worker(1, Residence.in(county), false, List.of(spells));
  }

  private static List<Contribution> returns(Worker worker) {
    return worker.contributions(2025).stream()
        .filter(each -> Set.of(Measure.RETURNED, Measure.RE_EMPLOYED).contains(measure(each)))
        .toList();
  }

  private static Measure measure(Contribution contribution) {
    return contribution.cell().measure();
  }

  private static Contribution worked(String county, String year, String day) {
    return flow(Measure.WORKED_THIS_YEAR, county, year, day);
  }

  private static Contribution flow(Measure measure, String county, String year, String day) {
    return new Contribution(new Cell(measure, county, year, day(day)), 1);
  }

  private static Contribution stock(Measure measure, String county, String day, long amount) {
    return new Contribution(new Cell(measure, county, Cell.NO_PERIOD, day(day)), amount);
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
