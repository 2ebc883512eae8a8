package io.countypulse.city.lending;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days on which banks report: neither weekends, but for those that make up for a holiday, nor
 * public holidays, as the State Council's notices for 2024 and 2025 have them (国办发明电〔2023〕7 号,
 * 国办发明电〔2024〕12 号).
 */
public final class BankDays {

  private static final Set<LocalDate> HOLIDAYS =
      Stream.of(
              days("2024-01-01", 1),
              days("2024-02-10", 8),
              days("2024-04-04", 3),
              days("2024-05-01", 5),
              days("2024-06-10", 1),
              days("2024-09-15", 3),
              days("2024-10-01", 7),
              days("2025-01-01", 1),
              days("2025-01-28", 8),
              days("2025-04-04", 3),
              days("2025-05-01", 5),
              days("2025-05-31", 3),
              days("2025-10-01", 8))
          .flatMap(holiday -> holiday)
          .collect(Collectors.toUnmodifiableSet());

  /** Weekend days that make up for holidays. */
  private static final Set<LocalDate> WORKING =
      Stream.of(
              "2024-02-04",
              "2024-02-18",
              "2024-04-07",
              "2024-04-28",
              "2024-05-11",
              "2024-09-14",
              "2024-09-29",
              "2024-10-12",
              "2025-01-26",
              "2025-02-08",
              "2025-04-27",
              "2025-09-28",
              "2025-10-11")
          .map(LocalDate::parse)
          .collect(Collectors.toUnmodifiableSet());

  private BankDays() {}

  public static boolean isOpen(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return weekend ? WORKING.contains(day) : !HOLIDAYS.contains(day);
  }

  /** The open days from one to another, both included. */
  public static List<LocalDate> between(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).filter(BankDays::isOpen).toList();
  }

  /** The day itself or the next open one. */
  static LocalDate from(LocalDate day) {
    LocalDate open = day;
    while (!isOpen(open)) {
      open = open.plusDays(1);
    }
    return open;
  }

  private static Stream<LocalDate> days(String first, int count) {
    LocalDate from = LocalDate.parse(first);
    return from.datesUntil(from.plusDays(count));
  }
}
