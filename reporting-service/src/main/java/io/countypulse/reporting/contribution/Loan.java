package io.countypulse.reporting.contribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A small loan to a covered household, as its bank's positions tell of it (DOMAIN.md § 5).
 *
 * @param issuedOn epoch day
 * @param issued fen
 * @param positions by day, each until the next; none where a correction took the loan away
 */
public record Loan(
    long version, Residence residence, int issuedOn, long issued, List<Position> positions)
    implements Entity {

  /**
   * What the bank says from a day on.
   *
   * @param from epoch day
   * @param due last epoch day on which repayment is in time
   * @param balance fen
   * @param overdue fen, as the bank says
   * @param fallsDue whether the balance is overdue once the due day is over: not of a loan that is
   *     extended, settled, written off or absent
   */
  public record Position(int from, int due, long balance, long overdue, boolean fallsDue) {

    long overdueOn(int day) {
      if (overdue > 0) {
        return overdue;
      }
      return fallsDue && due < day ? balance : 0;
    }
  }

  public Loan {
    positions = InOrder.of(positions, Comparator.comparingInt(Position::from));
  }

  @Override
  public List<Contribution> contributions(int horizonYear) {
    if (positions.isEmpty()) {
      return List.of();
    }
    List<Contribution> contributions = new ArrayList<>();
    residence.mark(Measure.LOANS, Entity.FIRST_DAY, contributions);
    residence.mark(Measure.LOAN_POSITIONS, positions.getFirst().from(), contributions);
    addIssue(contributions);
    addStocks(contributions);
    return contributions;
  }

  private void addIssue(List<Contribution> to) {
    if (issued != 0) {
      String year = Period.YEAR.shownAsOf(LocalDate.ofEpochDay(issuedOn));
      String county = residence.countyOn(issuedOn);
      to.add(new Contribution(new Cell(Measure.ISSUED, county, year, issuedOn), issued));
    }
  }

  private void addStocks(List<Contribution> to) {
    StockPart outstanding = new StockPart(Measure.OUTSTANDING, to);
    StockPart overdue = new StockPart(Measure.OVERDUE, to);
    for (int day : boundaries()) {
      Position position = positionOn(day);
      String county = residence.countyOn(day);
      outstanding.becomes(day, county, position.balance());
      overdue.becomes(day, county, position.overdueOn(day));
    }
  }

  /** The days on which a position begins, its due day is over, or the household has moved. */
  private int[] boundaries() {
    int first = positions.getFirst().from();
    int[] days = new int[2 * positions.size() + residence.stays().size()];
    int count = 0;
    for (Position position : positions) {
      days[count++] = position.from();
      days[count++] = Math.max(first, position.due() + 1);
    }
    for (Stay stay : residence.stays()) {
      days[count++] = Math.max(first, stay.from());
    }
    Arrays.sort(days);
    return days;
  }

  private Position positionOn(int day) {
    for (int i = positions.size() - 1; i > 0; i--) {
      if (positions.get(i).from() <= day) {
        return positions.get(i);
      }
    }
    return positions.getFirst();
  }
}
