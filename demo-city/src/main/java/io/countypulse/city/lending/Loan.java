package io.countypulse.city.lending;

import io.countypulse.city.Bank;
import io.countypulse.city.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A loan (借据) and what its bank has to say of it.
 *
 * @param number 借据号, unique within the bank
 * @param positions oldest first
 * @param forgotten the day from which the bank leaves it out of its files
 */
record Loan(
    Bank bank,
    String number,
    String household,
    Unit unit,
    Contract contract,
    List<Position> positions,
    LocalDate forgotten) {

  /** The most one loan comes to, in fen. */
  static final long CAP = 5_000_000;

  Loan {
    positions = List.copyOf(positions);
    for (Position position : positions) {
      if (position.balance() > contract.amount()) {
        throw new IllegalArgumentException(number + " owes more than was lent");
      }
    }
  }

  /** The position that holds on a day; empty before its issue and once forgotten. */
  Optional<Position> on(LocalDate day) {
    if (!day.isBefore(forgotten)) {
      return Optional.empty();
    }
    for (int i = positions.size() - 1; i >= 0; i--) {
      if (!positions.get(i).from().isAfter(day)) {
        return Optional.of(positions.get(i));
      }
    }
    return Optional.empty();
  }

  long balanceOn(LocalDate day) {
    return on(day).map(Position::balance).orElse(0L);
  }
}
