package io.countypulse.reporting.figure;

import io.countypulse.reporting.contribution.Period;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which period of each kind is looked at. */
final class Periods {

  private final Map<Period, String> chosen = new EnumMap<>(Period.class);

  private Periods() {}

  /** The period asked for in every kind that knows it, in the others the one shown on the day. */
  static Periods asOf(LocalDate day, @Nullable String wanted) {
    Periods periods = new Periods();
    for (Period kind : Period.values()) {
      boolean known = wanted != null && kind.isNamedBy(wanted);
      periods.chosen.put(kind, known ? wanted : kind.shownAsOf(day));
    }
    return periods;
  }

  String of(Period kind) {
    return Objects.requireNonNull(chosen.get(kind));
  }

  /** Whether the period of this kind has not begun on a day. */
  boolean isAhead(Period kind, LocalDate day) {
    return kind != Period.NONE && day.isBefore(kind.firstDay(of(kind)));
  }
}
