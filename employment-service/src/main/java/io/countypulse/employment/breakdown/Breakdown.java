package io.countypulse.employment.breakdown;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People in work as of a day, county by county in the order of the units, the city first. */
record Breakdown(LocalDate asOf, String by, List<County> counties) {

  /**
   * One county.
   *
   * @param working all people in work there: the sum of the parts
   */
  record County(UnitCode county, String countyName, long working, List<Part> parts) {
    County {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The people of one value, the most first.
   *
   * @param value as records tell it; null for those of whom nothing is told
   * @param name as it stands on screens
   */
  record Part(@Nullable String value, String name, long people) {}

  Breakdown {
    counties = List.copyOf(counties);
  }
}
