package io.countypulse.city.lending;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a loan stands in its bank's books from a day on; money in fen.
 *
 * @param since the first day of the overdue principal; null where nothing is overdue
 */
record Position(
    LocalDate from,
    LocalDate due,
    long balance,
    long overdue,
    @Nullable LocalDate since,
    Status status) {

  Position {
    if (balance < overdue || overdue < 0 || (overdue > 0) == (since == null)) {
      throw new IllegalArgumentException("%d overdue of %d".formatted(overdue, balance));
    }
  }

  static Position normal(LocalDate from, LocalDate due, long balance) {
    return new Position(from, due, balance, 0, null, Status.NORMAL);
  }

  static Position settled(LocalDate from, LocalDate due) {
    return new Position(from, due, 0, 0, null, Status.SETTLED);
  }

  static Position writtenOff(LocalDate from, LocalDate due) {
    return new Position(from, due, 0, 0, null, Status.WRITTEN_OFF);
  }

  static Position overdue(
      LocalDate from, LocalDate due, long balance, long overdue, LocalDate since) {
    return new Position(from, due, balance, overdue, since, Status.OVERDUE);
  }

  Position as(Status other) {
    return new Position(from, due, balance, overdue, since, other);
  }

  /**
   * Overdue principal as of a day on which this position holds: what the bank says or, where it
   * says nothing yet, the balance of a loan that fell due (DOMAIN.md § 5).
   */
  long overdueOn(LocalDate day) {
    if (overdue > 0) {
      return overdue;
    }
    return due.isBefore(day) && status != Status.EXTENDED ? balance : 0;
  }
}
