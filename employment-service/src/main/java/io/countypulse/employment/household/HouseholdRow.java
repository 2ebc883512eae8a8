package io.countypulse.employment.household;

import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the households file whose household is known. */
sealed interface HouseholdRow {

  String householdId();

  /**
   * A sound row.
   *
   * @param year of the income; null where the row tells none
   * @param netIncome yuan, two decimals
   */
  record Sound(
      String householdId,
      UnitCode county,
      @Nullable String township,
      @Nullable String village,
      @Nullable HouseholdCategory category,
      @Nullable Integer headCount,
      @Nullable Integer year,
      @Nullable BigDecimal netIncome)
      implements HouseholdRow {}

  /** A row with faults: staged all the same, so that the household's other rows go back with it. */
  record Faulty(String householdId, List<Fault> faults) implements HouseholdRow {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
