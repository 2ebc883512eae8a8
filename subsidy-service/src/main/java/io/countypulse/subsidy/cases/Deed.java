package io.countypulse.subsidy.cases;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.Role;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step somebody takes with cases.
 *
 * @param on business date
 * @param may as whom the doer may take steps: CLERK, LEAD, BATCH
 * @param reason empty where none is given
 * @param noticeEnds last day of the public notice; null for other steps
 * @param batch the payment batch that does it; null where a person does
 */
public record Deed(
    Step step,
    LocalDate on,
    String by,
    Set<String> may,
    String reason,
    @Nullable LocalDate noticeEnds,
    @Nullable UUID batch) {

  public Deed {
    may = Set.copyOf(may);
  }

  /** What a person does: a lead may do all a clerk may. */
  public static Deed by(
      Caller caller, Step step, LocalDate on, String reason, @Nullable LocalDate noticeEnds) {
    Set<String> may = caller.hasAny(Role.SUBSIDY_LEAD) ? Set.of("CLERK", "LEAD") : Set.of("CLERK");
    return new Deed(step, on, caller.name(), may, reason, noticeEnds, null);
  }

  /** What a payment batch does in the name of the person who runs it. */
  public static Deed ofBatch(UUID batch, String by, Step step, LocalDate on, String reason) {
    return new Deed(step, on, by, Set.of("BATCH"), reason, null, batch);
  }
}
