package io.countypulse.platform.units;

import java.util.Locale;

/** Kind of a unit, written in lower case in {@code units.csv} and in the API. */
public enum UnitKind {
  CITY,
  PREFECTURE,
  DISTRICT,
  COUNTY,
  COUNTY_LEVEL_CITY,
  AUTONOMOUS_COUNTY,
  BANNER,
  ZONE,
  UNKNOWN;

  /** The name used in files and in the API, for example {@code county_level_city}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
