package io.countypulse.platform.intake;

import io.countypulse.platform.intake.sheet.Fault;
import java.util.List;
import java.util.Set;

/** The verdict on one row by itself, before the database is asked. */
public sealed interface RowCheck<R> {

  /** To be staged; flags are notes that do not stop it, such as {@code UNKNOWN_VOCABULARY}. */
  record Accepted<R>(R staged, Set<String> flags) implements RowCheck<R> {
    public Accepted {
      flags = Set.copyOf(flags);
    }
  }

  /** Goes back to the clerk with every fault found. */
  record Rejected<R>(List<Fault> faults) implements RowCheck<R> {
    public Rejected {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("a rejected row has a fault");
      }
    }
  }

  /** Nothing of ours and nothing wrong; counted as skipped and under the flag {@code reason}. */
  record Skipped<R>(String reason) implements RowCheck<R> {}
}
