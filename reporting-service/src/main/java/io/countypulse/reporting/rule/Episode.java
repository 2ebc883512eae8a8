package io.countypulse.reporting.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert from its opening to its close, as the history has it.
 *
 * @param steps the days on which its severity was another one, the opening first
 * @param clearSince the first day of the clear days that run; null while the condition holds
 * @param closed the last of the clear business days; null while it is open
 * @param first what it was opened for
 * @param latest the numbers of the last day on which the condition held
 */
public record Episode(
    List<Step> steps,
    @Nullable LocalDate clearSince,
    @Nullable LocalDate closed,
    Finding first,
    Finding latest) {

  /** A severity and the day it came. */
  public record Step(LocalDate day, Severity severity) {}

  public Episode {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || (closed != null && clearSince == null)) {
      throw new IllegalArgumentException("an alert opens, and is clear before it closes");
    }
  }

  public LocalDate opened() {
    return steps.getFirst().day();
  }

  /** As it stands, or stood when the condition last held. */
  public Severity severity() {
    return steps.getLast().severity();
  }

  public boolean isOpen() {
    return closed == null;
  }

  /** Whether it was open on any day on which this other one was. */
  public boolean overlaps(LocalDate otherOpened, @Nullable LocalDate otherClosed) {
    return (closed == null || !otherOpened.isAfter(closed))
        && (otherClosed == null || !opened().isAfter(otherClosed));
  }
}
