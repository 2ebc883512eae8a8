package io.countypulse.city.people;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The days a register speaks of: opened on 1 January two years before the business date's year.
 * Days are counted from 1970-01-01.
 */
public final class Timeline {

  /** The end of a spell that has none. */
  public static final int OPEN = Integer.MAX_VALUE;

  private static final int LONGEST_NOTICE = 240;
  private static final Map<Integer, MonthDay> SPRING_FESTIVALS =
      Map.of(
          2022, MonthDay.of(2, 1),
          2023, MonthDay.of(1, 22),
          2024, MonthDay.of(2, 10),
          2025, MonthDay.of(1, 29),
          2026, MonthDay.of(2, 17),
          2027, MonthDay.of(2, 6),
          2028, MonthDay.of(1, 26));

  final int year;
  final int opened;
  final int newYear;
  final int quarterAgo;
  final int monthAgo;
  final int today;

  private final int[] festivals;
  private final String[] texts;

  /**
   * @throws IllegalArgumentException if the Spring Festivals around the date are not known
   *     (2022–2028)
   */
  public Timeline(LocalDate businessDate) {
    year = businessDate.getYear();
    opened = day(LocalDate.of(year - 2, 1, 1));
    newYear = day(LocalDate.of(year, 1, 1));
    quarterAgo = day(businessDate.minusMonths(3));
    monthAgo = day(businessDate.minusMonths(1));
    today = day(businessDate);
    festivals =
        IntStream.rangeClosed(year - 2, year)
            .map(Timeline::springFestival)
            .filter(festival -> festival < monthAgo)
            .toArray();
    texts =
        IntStream.rangeClosed(opened, today + LONGEST_NOTICE)
            .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
            .toArray(String[]::new);
  }

  /** Spring Festivals the register has seen, first to last. */
  int[] festivals() {
    return festivals;
  }

  /** As written in files: {@code 2024-06-10}; an open end is blank. */
  public String text(int day) {
    return day == OPEN ? "" : texts[day - opened];
  }

  /** A day after the business date on which a spell known today may end. */
  int announcedEnd(Dice dice) {
    return today + dice.between(1, LONGEST_NOTICE);
  }

  /**
   * Whether a spell outside the province leaves its person without a travel grant this year, so
   * that nobody entitled has come home (DOMAIN.md § 6, § 9).
   */
  boolean earnsNoGrant(int start, int end) {
    LocalDate counted = LocalDate.ofEpochDay(Math.max(start, newYear));
    return end <= today && end <= day(counted.plusMonths(3));
  }

  private static int springFestival(int year) {
    MonthDay festival = SPRING_FESTIVALS.get(year);
    if (festival == null) {
      throw new IllegalArgumentException("no Spring Festival known for " + year);
    }
    return day(festival.atYear(year));
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }
}
