package io.countypulse.employment.target;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many persons of a county are to be in work in a year.
 *
 * @param value persons, as of the day asked for; null: no target
 * @param version 0 where there never was one
 * @param history each value from its day on, oldest first
 */
record TargetOfYear(
    UnitCode county,
    String countyName,
    int year,
    @Nullable String value,
    LocalDate deadline,
    long version,
    List<Step> history) {

  /** A value from a day on; null: withdrawn. */
  record Step(LocalDate from, @Nullable String value) {}

  TargetOfYear {
    history = List.copyOf(history);
  }

  static TargetOfYear none(UnitCode county, String name, int year) {
    return new TargetOfYear(county, name, year, null, LocalDate.of(year, 12, 31), 0, List.of());
  }

  /** The value that holds on a day. */
  static @Nullable String on(List<Step> history, LocalDate day) {
    @Nullable String value = null;
    for (Step step : history) {
      if (!step.from().isAfter(day)) {
        value = step.value();
      }
    }
    return value;
  }
}
