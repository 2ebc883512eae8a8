package io.countypulse.reporting.live;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The distance between two points of a trend. */
enum Step {
  DAY(ChronoUnit.DAYS),
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS);

  private static final int MOST_POINTS = 2_000;

  private final ChronoUnit unit;

  Step(ChronoUnit unit) {
    this.unit = unit;
  }

  static Step of(String text) {
    for (Step step : values()) {
      if (step.name().toLowerCase(Locale.ROOT).equals(text)) {
        return step;
      }
    }
    throw Questions.problem(
        "step", "BAD_STEP", "步长应为 day、week 或 month。", "A step is day, week or month.");
  }

  /** The days of a trend; the last one is always the end. */
  List<LocalDate> days(LocalDate from, LocalDate to) {
    long steps = unit.between(from, to);
    if (from.isAfter(to) || steps > MOST_POINTS) {
      throw Questions.problem(
          "to",
          "BAD_RANGE",
          "起止日期颠倒，或点数超过 2000。",
          "The range is reversed or has more than 2000 points.");
    }
    List<LocalDate> days = new ArrayList<>();
    for (long i = 0; i <= steps; i++) {
      days.add(from.plus(i, unit));
    }
    if (!days.getLast().equals(to)) {
      days.add(to);
    }
    return days;
  }
}
