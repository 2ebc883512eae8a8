package io.countypulse.reporting.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of one unit on one day.
 *
 * @param value there when the state is {@link State#VALUE}
 */
public record Reading(State state, @Nullable BigDecimal value) {

  public Reading {
    if ((state == State.VALUE) != (value != null)) {
      throw new IllegalArgumentException("a reading of " + state + " with value " + value);
    }
  }

  static Reading of(BigDecimal value) {
    return new Reading(State.VALUE, value);
  }

  static Reading without(State state) {
    return new Reading(state, null);
  }
}
