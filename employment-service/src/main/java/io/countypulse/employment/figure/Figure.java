package io.countypulse.employment.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.platform.units.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one place.
 *
 * @param period the year of a flow or target; null for a stock
 * @param value persons as a number, a rate as text with two decimals; null unless the state is
 *     VALUE
 */
record Figure(
    UnitCode county,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String township,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String village,
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
