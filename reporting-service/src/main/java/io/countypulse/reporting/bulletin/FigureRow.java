package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.figure.Figure;
import io.countypulse.reporting.figure.State;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A figure as a bulletin keeps it: what was true when it was written. */
record FigureRow(
    String county,
    String name,
    String indicator,
    @Nullable String period,
    State state,
    @Nullable BigDecimal value,
    @Nullable BigDecimal previous,
    @Nullable BigDecimal change,
    @Nullable Integer rank) {

  static FigureRow of(Figure figure) {
    return new FigureRow(
        figure.unit().code().value(),
        figure.unit().name(),
        figure.indicator().code(),
        figure.period(),
        figure.state(),
        figure.value(),
        figure.previous(),
        figure.changeOnMonth(),
        figure.rank());
  }

  /** Whether it says the same as another of the same cell. */
  boolean says(FigureRow other) {
    return state == other.state
        && (value == null
            ? other.value == null
            : other.value != null && value.compareTo(other.value) == 0);
  }
}
