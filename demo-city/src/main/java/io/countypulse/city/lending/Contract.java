package io.countypulse.city.lending;

import java.time.LocalDate;

/**
 * What was agreed when a loan was issued.
 *
 * @param amount in fen
 */
record Contract(LocalDate issued, LocalDate due, long amount) {

  Contract {
    if (amount <= 0 || amount > Loan.CAP || !due.isAfter(issued)) {
      throw new IllegalArgumentException("%d from %s to %s".formatted(amount, issued, due));
    }
  }
}
