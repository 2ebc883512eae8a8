package io.countypulse.platform.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit that reports: the city, a county, or a development zone that reports like one (DOMAIN.md §
 * 2).
 *
 * @param parent the city's code; null for the city itself
 * @param aliases other names found in files
 */
public record Unit(
    UnitCode code,
    String name,
    String fullName,
    UnitKind kind,
    @Nullable UnitCode parent,
    List<String> aliases) {

  /** 待认定, the place of records whose county is not known. */
  public static final Unit UNKNOWN =
      new Unit(UnitCode.UNKNOWN, "待认定", "待认定", UnitKind.UNKNOWN, null, List.of());

  public Unit {
    if (name.isBlank() || fullName.isBlank()) {
      throw new IllegalArgumentException("unit " + code + " has no name");
    }
    aliases = List.copyOf(aliases);
  }
}
