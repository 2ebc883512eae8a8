package io.countypulse.employment.worker;

import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.units.UnitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the workers file whose person is known. */
sealed interface WorkerRow {

  String personId();

  /**
   * A sound row: the person as this row describes it, and one spell or none.
   *
   * @param personal name and identity number
   */
  record Sound(
      String personId,
      String householdId,
      UnitCode county,
      @Nullable String township,
      @Nullable String village,
      Personal personal,
      @Nullable HouseholdCategory category,
      @Nullable Labour labour,
      @Nullable Boolean wishToWork,
      @Nullable Spell spell,
      Workplace workplace)
      implements WorkerRow {}

  /**
   * A row with faults: it is staged all the same, so that the person's other rows go back with it.
   */
  record Faulty(String personId, List<Fault> faults) implements WorkerRow {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
