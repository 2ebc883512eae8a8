package io.countypulse.reporting.contribution;

import io.countypulse.reporting.contribution.Loan.Position;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One loan's figures on a day by asking what the bank said last, and where the household lived. */
final class LoanDayByDay {

  private final Loan loan;

  LoanDayByDay(Loan loan) {
    this.loan = loan;
  }

  Map<Cell, Long> on(int day) {
    Map<Cell, Long> counted = new TreeMap<>(DayByDay.ORDER);
    if (loan.positions().isEmpty()) {
      return counted;
    }
    loan.residence().stays().stream()
        .filter(stay -> stay.from() <= day)
        .forEach(stay -> put(counted, Measure.LOANS, stay.county(), "", 1));
    if (loan.issuedOn() <= day) {
      String year = Integer.toString(LocalDate.ofEpochDay(loan.issuedOn()).getYear());
      put(counted, Measure.ISSUED, county(loan.issuedOn()), year, loan.issued());
    }
    for (int each = loan.positions().getFirst().from(); each <= day; each++) {
      put(counted, Measure.LOAN_POSITIONS, county(each), "", 1);
    }
    Position said = said(day);
    if (said != null) {
      put(counted, Measure.OUTSTANDING, county(day), "", said.balance());
      put(counted, Measure.OVERDUE, county(day), "", overdue(said, day));
    }
    return counted;
  }

  private static long overdue(Position said, int day) {
    if (said.overdue() == 0 && said.fallsDue() && day > said.due()) {
      return said.balance();
    }
    return said.overdue();
  }

  private @Nullable Position said(int day) {
    Position last = null;
    for (Position each : loan.positions()) {
      if (each.from() <= day) {
        last = each;
      }
    }
    return last;
  }

  private String county(int day) {
    Stay last = loan.residence().stays().getFirst();
    for (Stay stay : loan.residence().stays()) {
      if (stay.from() <= day) {
        last = stay;
      }
    }
    return last.county();
  }

  private static void put(
      Map<Cell, Long> counted, Measure measure, String county, String period, long amount) {
    if (amount != 0) {
      counted.put(new Cell(measure, county, period, 0), amount);
    }
  }
}
