package io.countypulse.reporting.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.reporting.contribution.CreditHousehold.Borrowed;
import io.countypulse.reporting.contribution.CreditHousehold.InArrears;
import io.countypulse.reporting.contribution.Loan.Position;
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

/** The sums of a loan's contributions are what DOMAIN.md § 5 says of every day. */
class LoanTest {

  private static final int FIRST = day("2024-01-01");
  private static final int LAST = day("2025-03-31");

  @Property(tries = 300)
  void sumsOfContributionsAreWhatCountingDayByDayFinds(@ForAll("loans") Loan loan) {
    Map<Cell, Long> found = new TreeMap<>(DayByDay.ORDER);
    for (Contribution each : loan.contributions(2025)) {
      assertThat(each.amount()).isNotZero();
      found.merge(each.cell(), each.amount(), Long::sum);
    }
    LoanDayByDay oracle = new LoanDayByDay(loan);
    for (int day = FIRST; day <= LAST; day++) {
      assertThat(DayByDay.sumsUntil(found, day))
          .as("as of %s", LocalDate.ofEpochDay(day))
          .isEqualTo(oracle.on(day));
    }
  }

  @Test
  void aLoanCorrectedAwayCountsNowhere() {
    Loan loan = new Loan(2, Residence.in("A"), day("2024-01-08"), 0, List.of());
    assertThat(loan.contributions(2025)).isEmpty();
  }

  @Test
  void unpaidPrincipalIsOverdueFromTheDayAfterItFellDue() {
    Position position = new Position(day("2024-05-06"), day("2024-05-31"), 3_000_000, 0, true);
    Loan loan = new Loan(1, Residence.in("A"), day("2021-06-01"), 3_000_000, List.of(position));
    assertThat(loan.contributions(2025))
        .contains(stock(Measure.OVERDUE, "A", "2024-06-01", 3_000_000))
        .hasSize(5);
  }

  @Test
  void aHouseholdCountsOnceAYearAndOnTheDaysItOwes() {
    CreditHousehold household =
        new CreditHousehold(
            1,
            List.of(new Borrowed("2024", "A", day("2024-02-03"))),
            List.of(
                new InArrears("A", day("2024-06-01"), day("2024-06-08")),
                new InArrears("B", day("2024-09-01"), InArrears.OPEN)));
    assertThat(household.contributions(2025))
        .containsExactly(
            new Contribution(
                new Cell(Measure.ISSUED_HOUSEHOLDS, "A", "2024", day("2024-02-03")), 1),
            stock(Measure.OVERDUE_HOUSEHOLDS, "A", "2024-06-01", 1),
            stock(Measure.OVERDUE_HOUSEHOLDS, "A", "2024-06-08", -1),
            stock(Measure.OVERDUE_HOUSEHOLDS, "B", "2024-09-01", 1));
  }

  @Provide
  Arbitrary<Loan> loans() {
    Arbitrary<Integer> days = Arbitraries.integers().between(FIRST, LAST);
    Arbitrary<String> counties = Arbitraries.of("A", "B", "UNKNOWN");
    Arbitrary<Long> money = Arbitraries.longs().between(0, 500);
    Arbitrary<Position> positions =
        Combinators.combine(
                days, days, money, Arbitraries.of(0L, 0L, 7L), Arbitraries.of(true, false))
            .as(Position::new);
    Arbitrary<Residence> residence =
        Combinators.combine(
                counties,
                Combinators.combine(days, counties)
                    .as(Stay::new)
                    .list()
                    .uniqueElements(Stay::from)
                    .ofMaxSize(3))
            .as(
                (first, later) -> {
                  List<Stay> stays = new ArrayList<>(Residence.in(first).stays());
                  stays.addAll(later);
                  return new Residence(stays);
                });
    return Combinators.combine(residence, days, money, positions.list().ofMaxSize(5))
        .as((where, issuedOn, issued, said) -> new Loan(1, where, issuedOn, issued, said));
  }

  private static Contribution stock(Measure measure, String county, String day, long amount) {
    return new Contribution(new Cell(measure, county, Cell.NO_PERIOD, day(day)), amount);
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
