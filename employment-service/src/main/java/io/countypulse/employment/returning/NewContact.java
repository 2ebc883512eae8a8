package io.countypulse.employment.returning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A talk as it is handed in.
 *
 * @param contactedOn the business date where none is told
 * @param note at most 500 characters
 */
record NewContact(
    @Nullable LocalDate contactedOn, Contact.@Nullable Outcome outcome, @Nullable String note) {}
