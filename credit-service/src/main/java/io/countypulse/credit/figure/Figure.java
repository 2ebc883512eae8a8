package io.countypulse.credit.figure;

import io.countypulse.platform.units.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one unit.
 *
 * @param period the year of a flow or target; null for a stock
 * @param value households as a number, yuan and rates as text with two decimals; null unless the
 *     state is VALUE
 */
record Figure(
    UnitCode county,
    String indicator,
    @Nullable String period,
    State state,
    @Nullable Object value) {

  /** What a cell says (DOMAIN.md § 7). */
  enum State {
    VALUE,
    NOT_APPLICABLE,
    NOT_REPORTED,
    NO_TARGET
  }
}
