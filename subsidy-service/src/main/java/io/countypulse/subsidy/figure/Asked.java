package io.countypulse.subsidy.figure;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller may see at all, and what part of it was asked for, as of a day.
 *
 * @param units the rows that answer, in their order; the city's own where all of it was asked for
 */
public record Asked(CountyScope may, CountyScope wanted, LocalDate day, List<Unit> units) {

  public Asked {
    units = List.copyOf(units);
  }

  /**
   * All a caller may see without a county, or with the city's own code from one who has the whole
   * city.
   *
   * @throws io.countypulse.platform.access.CountyNotYours if the county lies outside
   */
  public static Asked by(Caller caller, @Nullable UnitCode county, LocalDate day, Units units) {
    CountyScope wanted = wanted(caller.scope(), county, units);
    List<Unit> rows =
        units.rows().stream()
            .filter(unit -> wanted instanceof CountyScope.City || wanted.includes(unit.code()))
            .toList();
    return new Asked(caller.scope(), wanted, day, rows);
  }

  private static CountyScope wanted(CountyScope may, @Nullable UnitCode county, Units units) {
    if (county == null) {
      return may;
    }
    boolean wholeCity = may instanceof CountyScope.City && county.equals(units.city().code());
    return wholeCity ? may : may.narrowedTo(county);
  }

  /** The counties wanted as an SQL array; null for the whole city. */
  public String @Nullable [] counties() {
    return wanted instanceof CountyScope.Counties(var codes)
        ? codes.stream().map(UnitCode::value).toArray(String[]::new)
        : null;
  }
}
