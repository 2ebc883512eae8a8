package io.countypulse.city;

import java.util.List;

/**
 * A row of {@code units.csv}.
 *
 * @param kind as in the file: {@code city}, {@code county}, {@code zone} …
 * @param parent the code of the unit above, empty for the whole
 */
public record Unit(
    String code, String name, String fullName, String kind, String parent, List<String> aliases) {

  public Unit {
    if (code.isBlank() || name.isBlank() || fullName.isBlank()) {
      throw new IllegalArgumentException("a unit needs a code and names: " + code + " " + name);
    }
    aliases = List.copyOf(aliases);
  }

  /** Whether a text from a file means this unit. */
  public boolean isCalled(String text) {
    return text.equals(name)
        || text.equals(fullName)
        || text.equals(code)
        || aliases.contains(text);
  }
}
