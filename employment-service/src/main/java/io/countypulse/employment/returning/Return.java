package io.countypulse.employment.returning;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.countypulse.employment.worker.WorkerItem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who came back and lost the job, personal data masked.
 *
 * @param returnedOn first day without work
 * @param days since then, until in work again or the day asked for
 * @param reEmployedOn first day in work again; null while without
 * @param lastContact since the return; null before the first
 */
record Return(
    @JsonUnwrapped WorkerItem worker,
    LocalDate returnedOn,
    long days,
    State state,
    @Nullable LocalDate reEmployedOn,
    @Nullable Contact lastContact) {

  /** How far it is; {@link #RE_EMPLOYED} follows from the records alone. */
  enum State {
    TO_CONTACT,
    CONTACTED,
    OFFERED,
    DECLINED,
    RE_EMPLOYED
  }
}
