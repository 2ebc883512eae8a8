package io.countypulse.platform.units;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The units of one city, in the order of its {@code units.csv}. Immutable. */
public final class Units {

  private final Unit city;
  private final List<Unit> counties;
  private final Map<UnitCode, Unit> byCode = new LinkedHashMap<>();
  private final Map<String, Unit> byName = new HashMap<>();

  /**
   * @throws IllegalArgumentException if there is not exactly one unit without a parent, a parent is
   *     not that unit, or two units share a code, name or alias
   */
  public Units(List<Unit> units) {
    List<Unit> tops = units.stream().filter(unit -> unit.parent() == null).toList();
    if (tops.size() != 1) {
      throw new IllegalArgumentException(
          "exactly one unit (the city) has no parent, found " + tops.size());
    }
    city = tops.getFirst();
    counties = units.stream().filter(unit -> !unit.equals(city)).toList();
    units.forEach(this::register);
    byCode.put(UnitCode.UNKNOWN, Unit.UNKNOWN);
  }

  /**
   * Reads {@code units.csv} (columns code, name, full_name, kind, parent, aliases; aliases parted
   * by semicolons; UTF-8).
   *
   * @throws UnreadableUnits naming file, line and field
   */
  public static Units read(Path cityDirectory) {
    return UnitsFile.read(cityDirectory.resolve("units.csv"));
  }

  /** The unit all others belong to. */
  public Unit city() {
    return city;
  }

  /** Counties and zones in file order; neither the city nor 待认定. */
  public List<Unit> counties() {
    return counties;
  }

  /** Every row a table of figures has: all units in file order, 待认定 last. */
  public List<Unit> rows() {
    return List.copyOf(byCode.values());
  }

  /** The unit of a code, {@link Unit#UNKNOWN} included. */
  public Optional<Unit> find(UnitCode code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The unit a text from a file means: code, name, full name or alias, however spaced. */
  public Optional<Unit> resolve(String text) {
    return Optional.ofNullable(byName.get(normalise(text)));
  }

  /**
   * As {@link #resolve}, but only counties and zones: a record never belongs to the city itself.
   */
  public Optional<Unit> resolveCounty(String text) {
    return resolve(text).filter(unit -> !unit.equals(city));
  }

  private void register(Unit unit) {
    UnitCode parent = unit.parent();
    if (parent != null && !parent.equals(city.code())) {
      throw new IllegalArgumentException(
          "unit " + unit.code() + " has parent " + parent + ", not the city " + city.code());
    }
    if (byCode.putIfAbsent(unit.code(), unit) != null) {
      throw new IllegalArgumentException("code " + unit.code() + " stands twice");
    }
    for (String name : names(unit)) {
      Unit other = byName.putIfAbsent(normalise(name), unit);
      if (other != null && !other.equals(unit)) {
        throw new IllegalArgumentException(
            "name " + name + " means " + other.code() + " and " + unit.code());
      }
    }
  }

  private static List<String> names(Unit unit) {
    List<String> names = new ArrayList<>(unit.aliases());
    names.add(unit.code().value());
    names.add(unit.name());
    names.add(unit.fullName());
    return names;
  }

  private static String normalise(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c)
        .forEach(normal::appendCodePoint);
    return normal.toString().toUpperCase(Locale.ROOT);
  }
}
