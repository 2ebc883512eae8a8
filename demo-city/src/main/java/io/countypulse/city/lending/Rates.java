package io.countypulse.city.lending;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What a subsidised loan costs: the one-year loan prime rate of its day, per cent a year. */
final class Rates {

  private static final TreeMap<LocalDate, String> PRIME =
      new TreeMap<>(
          Map.of(
              LocalDate.of(2020, 4, 20), "3.85",
              LocalDate.of(2021, 12, 20), "3.80",
              LocalDate.of(2022, 1, 20), "3.70",
              LocalDate.of(2022, 8, 22), "3.65",
              LocalDate.of(2023, 6, 20), "3.55",
              LocalDate.of(2023, 8, 21), "3.45",
              LocalDate.of(2024, 7, 22), "3.35",
              LocalDate.of(2024, 10, 21), "3.10"));

  private Rates() {}

  static String on(LocalDate day) {
    var rate = PRIME.floorEntry(day);
    return rate == null ? PRIME.firstEntry().getValue() : rate.getValue();
  }
}
