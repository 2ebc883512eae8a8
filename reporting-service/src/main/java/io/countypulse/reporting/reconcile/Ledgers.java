package io.countypulse.reporting.reconcile;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On which business days figures were compared, and how many of each unit's differed when they were
 * compared last. Immutable. What differs in a county is not counted again in the city; what differs
 * in 待认定 is the city's.
 *
 * @param days only those on which anything was compared
 */
public record Ledgers(Map<LocalDate, Map<UnitCode, Integer>> days) {

  /** Nothing was ever compared. */
  public static final Ledgers NONE = new Ledgers(Map.of());

  public Ledgers {
    Map<LocalDate, Map<UnitCode, Integer>> copy = new HashMap<>();
    days.forEach((day, units) -> copy.put(day, Map.copyOf(units)));
    days = Map.copyOf(copy);
  }

  /** How many of a unit's figures differed on a day; null where nothing was compared. */
  public @Nullable Integer differences(LocalDate day, UnitCode unit) {
    Map<UnitCode, Integer> units = days.get(day);
    return units == null ? null : units.getOrDefault(unit, 0);
  }
}
