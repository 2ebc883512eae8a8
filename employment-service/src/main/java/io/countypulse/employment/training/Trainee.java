package io.countypulse.employment.training;

import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sound row of the trainees file; its text form is masked.
 *
 * @param organiser who trains, a company often; empty where it is not told
 */
record Trainee(
    UnitCode county,
    String householdId,
    String personId,
    String name,
    IdentityNumber identityNumber,
    String trade,
    String organiser,
    LocalDate beginsOn,
    @Nullable LocalDate endsOn) {

  @Override
  public String toString() {
    return personId + " " + Masked.name(name) + " " + trade + " " + beginsOn;
  }
}
