package io.countypulse.employment.cooperation;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The year's targets as of a day, the city's own first, and how far they are reached. */
record Cooperation(LocalDate asOf, int year, List<Goal> goals) {

  /**
   * People of a county (or the city) to be in work in a province.
   *
   * @param target null when withdrawn
   * @param working people in work there on the day, by the spell that decides
   * @param completionRate per cent, two decimals; null without a target or for one of zero
   */
  record Goal(
      UnitCode county,
      String countyName,
      String province,
      @Nullable Long target,
      long working,
      @Nullable String completionRate) {}

  Cooperation {
    goals = List.copyOf(goals);
  }
}
