package io.countypulse.city.lending;

import java.time.LocalDate;
import java.util.List;

/**
 * The days for which banks report, and the two days whose figures are given.
 *
 * @param days the business days, first to last; the last is the business date or the open day
 *     before it
 */
record Window(LocalDate monthAgo, LocalDate today, List<LocalDate> days) {

  Window {
    days = List.copyOf(days);
    if (days.isEmpty() || days.getFirst().isAfter(monthAgo) || !days.getLast().isAfter(monthAgo)) {
      throw new IllegalArgumentException("no position on both days: " + days);
    }
  }

  /** Every open day from the first of the month before the business date's. */
  static Window daily(LocalDate today) {
    LocalDate monthAgo = today.minusMonths(1);
    return new Window(monthAgo, today, BankDays.between(monthAgo.withDayOfMonth(1), today));
  }

  /** Only the last open day up to each of the two. */
  static Window sparse(LocalDate today) {
    LocalDate monthAgo = today.minusMonths(1);
    List<LocalDate> early = BankDays.between(monthAgo.minusDays(12), monthAgo);
    List<LocalDate> late = BankDays.between(monthAgo.plusDays(1), today);
    return new Window(monthAgo, today, List.of(early.getLast(), late.getLast()));
  }

  LocalDate first() {
    return days.getFirst();
  }

  LocalDate last() {
    return days.getLast();
  }

  LocalDate newYear() {
    return today.withDayOfYear(1);
  }

  /** Reported days up to the month before. */
  List<LocalDate> early() {
    return days.stream().filter(day -> !day.isAfter(monthAgo)).toList();
  }

  /** Reported days since. */
  List<LocalDate> late() {
    return days.stream().filter(day -> day.isAfter(monthAgo)).toList();
  }

  /** The first reported day after another. */
  LocalDate reportAfter(LocalDate day) {
    return days.stream().filter(later -> later.isAfter(day)).findFirst().orElse(LocalDate.MAX);
  }
}
