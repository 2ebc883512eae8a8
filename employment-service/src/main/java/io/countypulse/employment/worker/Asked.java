package io.countypulse.employment.worker;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import org.jspecify.annotations.Nullable;

/** What part of what the caller may see was asked for. */
public final class Asked {

  private Asked() {}

  /**
   * All of it without a county, or with the city's own code from one who has the whole city.
   *
   * @throws io.countypulse.platform.access.CountyNotYours if the county lies outside
   */
  public static CountyScope of(CountyScope scope, @Nullable UnitCode county, Units units) {
    if (county == null) {
      return scope;
    }
    boolean wholeCity = scope instanceof CountyScope.City && county.equals(units.city().code());
    return wholeCity ? scope : scope.narrowedTo(county);
  }

  /** The codes of the counties asked for, to be bound; none where it is the whole city. */
  public static String[] codes(CountyScope asked) {
    return asked instanceof CountyScope.Counties(var codes)
        ? codes.stream().map(UnitCode::value).toArray(String[]::new)
        : new String[0];
  }
}
