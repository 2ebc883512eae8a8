package io.countypulse.subsidy.call;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.Map;

/** One call as lists show it. */
record CallItem(
    String personId,
    LocalDate date,
    UnitCode county,
    String countyName,
    Outcome outcome,
    Map<Policy, Answer> answers) {

  CallItem {
    answers = Map.copyOf(answers);
  }
}
