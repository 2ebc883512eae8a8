package io.countypulse.employment.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.employment.figure.Effect;
import io.countypulse.employment.household.HouseholdDetail;
import io.countypulse.employment.worker.WorkerDetail;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to every write by hand.
 *
 * @param worker the person as it is now, or would be
 * @param household the household as it is now, or would be
 * @param review what waits for a second person
 * @param effects figures that move; told by a preview
 * @param warnings what a preview found that must be confirmed
 * @param flags notes on what was written, as an import tells them
 * @param needsReview whether it changes a closed month, and so waits for a second person
 * @param closedBefore first day of the open month: days before it are closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Written(
    Outcome outcome,
    @Nullable WorkerDetail worker,
    @Nullable HouseholdDetail household,
    @Nullable Review review,
    List<Effect> effects,
    List<Warning> warnings,
    Set<String> flags,
    boolean needsReview,
    LocalDate closedBefore) {

  /** What became of the write. */
  enum Outcome {
    APPLIED,
    /** The register says so already. */
    UNCHANGED,
    PENDING_REVIEW,
    PREVIEW
  }

  Written {
    effects = List.copyOf(effects);
    warnings = List.copyOf(warnings);
    flags = Set.copyOf(flags);
  }
}
