package io.countypulse.city.lending;

import io.countypulse.city.Bank;
import io.countypulse.city.Unit;
import io.countypulse.city.people.Dice;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the loans of a unit are written down, each to a household of it. */
final class Branch {

  final Unit unit;
  final Window window;
  final Dice dice;

  private final Deque<String> households;
  private final List<Loan> loans = new ArrayList<>();
  private final Map<Bank, Integer> numbers = new HashMap<>();

  Branch(Unit unit, List<String> households, Window window, Dice dice) {
    this.unit = unit;
    this.window = window;
    this.dice = dice;
    List<String> shuffled = new ArrayList<>(households);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, dice.below(i + 1));
    }
    this.households = new ArrayDeque<>(shuffled);
  }

  /** A household without a loan. */
  String household() {
    if (households.isEmpty()) {
      throw new IllegalStateException(unit.name() + " has too few households for its loans");
    }
    return households.pop();
  }

  void lend(Contract contract, Position... positions) {
    lend(household(), contract, positions);
  }

  void lend(String household, Contract contract, Position... positions) {
    lend(household, LocalDate.MAX, contract, positions);
  }

  /**
   * Writes a loan down.
   *
   * @param forgotten the day from which its bank leaves it out
   */
  void lend(String household, LocalDate forgotten, Contract contract, Position... positions) {
    Bank bank = bank();
    String number =
        "%s%s%05d".formatted(bank.code(), unit.code(), numbers.merge(bank, 1, Integer::sum));
    loans.add(new Loan(bank, number, household, unit, contract, List.of(positions), forgotten));
  }

  /** Principal not yet repaid, of all loans written down so far, in fen. */
  long outstanding(LocalDate day) {
    return loans.stream().mapToLong(loan -> loan.balanceOn(day)).sum();
  }

  List<Loan> loans() {
    return List.copyOf(loans);
  }

  /** The first bank has more than half of the loans. */
  private Bank bank() {
    int drawn = dice.below(100);
    return Bank.ALL.get(drawn < 58 ? 0 : drawn < 88 ? 1 : 2);
  }
}
