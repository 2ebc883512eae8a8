package io.countypulse.platform.units;

/** The city's {@code units.csv} cannot be used; the message names file, line and field. */
public final class UnreadableUnits extends RuntimeException {

  UnreadableUnits(String message) {
    super(message);
  }

  UnreadableUnits(String message, Throwable cause) {
    super(message, cause);
  }
}
