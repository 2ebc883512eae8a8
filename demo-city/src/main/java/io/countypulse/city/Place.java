package io.countypulse.city;

import io.countypulse.city.lending.Lending;
import io.countypulse.city.subsidy.Subsidies;
import java.time.LocalDate;
import java.util.List;

/**
 * A place to be peopled: its units, and the figures its people must add up to on the business date.
 *
 * @param today the business date
 * @param units the whole first, then the units that report
 * @param quotas units that report employment; the others have neither record nor target
 * @param people workers in the register, at least as many as work
 * @param lending units that lend to households; the others have no loan and no target
 * @param subsidies grants and phone checks
 * @param map outlines of the units as GeoJSON, blank where there are none
 */
public record Place(
    LocalDate today,
    List<Unit> units,
    List<Quota> quotas,
    int people,
    List<Lending> lending,
    Subsidies subsidies,
    String map) {

  public Place {
    units = List.copyOf(units);
    quotas = List.copyOf(quotas);
    lending = List.copyOf(lending);
    if (people < quotas.stream().mapToInt(Quota::working).sum()) {
      throw new IllegalArgumentException("more people in work than there are: " + people);
    }
  }

  /** A place whose every worker is in work, without lending or map. */
  public static Place of(LocalDate today, List<Unit> units, List<Quota> quotas) {
    int working = quotas.stream().mapToInt(Quota::working).sum();
    return new Place(today, units, quotas, working, List.of(), Subsidies.NONE, "");
  }

  /** The unit that all others belong to. */
  public Unit whole() {
    return units.getFirst();
  }
}
