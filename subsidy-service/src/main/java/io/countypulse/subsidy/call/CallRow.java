package io.countypulse.subsidy.call;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.Map;

/**
 * A sound row of the file.
 *
 * @param answers by policy, where it was asked about; none unless the call was valid
 */
record CallRow(
    UnitCode county, String personId, LocalDate day, Outcome outcome, Map<Policy, Answer> answers) {

  CallRow {
    answers = Map.copyOf(answers);
    if (outcome != Outcome.VALID && !answers.isEmpty()) {
      throw new IllegalArgumentException("nobody was reached, so nobody was asked");
    }
  }
}
