package io.countypulse.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Property(tries = 300)
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
    Worker worker = new Worker(1, at("A"), List.of(new Spell(day("2024-03-01"), Spell.OPEN, true)));
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
            List.of(new Stay(Entity.FIRST_DAY, "A"), new Stay(day("2024-06-01"), "B")),
            List.of(new Spell(day("2024-03-01"), day("2024-09-15"), false)));
    assertThat(worker.contributions(2025))
        .contains(
            stock(Measure.WORKING, "A", "2024-03-01", 1),
            stock(Measure.WORKING, "A", "2024-06-01", -1),
            stock(Measure.WORKING, "B", "2024-06-01", 1),
            stock(Measure.WORKING, "B", "2024-09-15", -1),
            worked("A", "2024", "2024-03-01"))
        .hasSize(7);
  }

  @Test
  void whoNeverWorkedIsStillKnownToTheDepartment() {
    assertThat(new Worker(1, at("A"), List.of()).contributions(2025))
        .containsExactly(
            new Contribution(
                new Cell(Measure.REGISTERED, "A", Cell.NO_PERIOD, Entity.FIRST_DAY), 1));
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
    Arbitrary<List<Stay>> residence =
        Combinators.combine(counties, moves)
            .as(
                (first, later) -> {
                  List<Stay> stays = new ArrayList<>(at(first));
                  stays.addAll(later);
                  return stays;
                });
    return Combinators.combine(residence, spells.list().ofMaxSize(5))
        .as((stays, work) -> new Worker(1, stays, work));
  }

  private static List<Stay> at(String county) {
    return List.of(new Stay(Entity.FIRST_DAY, county));
  }

  private static Contribution worked(String county, String year, String day) {
    return new Contribution(new Cell(Measure.WORKED_THIS_YEAR, county, year, day(day)), 1);
  }

  private static Contribution stock(Measure measure, String county, String day, long amount) {
    return new Contribution(new Cell(measure, county, Cell.NO_PERIOD, day(day)), amount);
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
