package io.countypulse.employment.worker;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Something personal as it is shown: masked, and yet different where the original is. */
final class Told {

  private final String masked;
  private final String original;

  private Told(String masked, String original) {
    this.masked = masked;
    this.original = original;
  }

  static Told of(String masked, String original) {
    return new Told(masked, original);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Told told && told.original.equals(original);
  }

  @Override
  public int hashCode() {
    return original.hashCode();
  }

  @Override
  @JsonValue
  public String toString() {
    return masked;
  }
}
