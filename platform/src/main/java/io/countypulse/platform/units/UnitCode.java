package io.countypulse.platform.units;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Code of a unit: six digits of GB/T 2260, or the city's own code for a zone ({@code Z530101}).
 *
 * @param value one to sixteen ASCII letters or digits
 */
public record UnitCode(@JsonValue String value) implements Comparable<UnitCode> {

  /** 待认定: records whose county is not known; they count in the city's total. */
  public static final UnitCode UNKNOWN = new UnitCode("UNKNOWN");

  public UnitCode {
    if (!valid(value)) {
      throw new IllegalArgumentException("not a unit code: " + value);
    }
  }

  /** Whether the text has the shape of a code; whether such a unit exists, {@link Units} knows. */
  public static boolean valid(String text) {
    return !text.isEmpty()
        && text.length() <= 16
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
  }

  @Override
  public int compareTo(UnitCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
