package io.countypulse.city.lending;

import io.countypulse.city.Bank;
import java.time.LocalDate;
import java.util.List;

/**
 * A bank's full position of one day.
 *
 * @param sequence the bank's running number
 */
record Feed(Bank bank, LocalDate day, int sequence, List<Line> lines) {

  /** A loan as it stands on the day. */
  record Line(Loan loan, Position position) {}

  Feed {
    lines = List.copyOf(lines);
  }

  static Feed of(Bank bank, LocalDate day, int sequence, List<Loan> loans) {
    List<Line> lines =
        loans.stream()
            .flatMap(loan -> loan.on(day).stream().map(position -> new Line(loan, position)))
            .toList();
    return new Feed(bank, day, sequence, lines);
  }

  /** In fen. */
  long outstanding() {
    return lines.stream().mapToLong(line -> line.position().balance()).sum();
  }

  /** In fen, as the bank says. */
  long overdue() {
    return lines.stream().mapToLong(line -> line.position().overdue()).sum();
  }
}
