package io.countypulse.employment.workshop;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.countypulse.employment.worker.WorkerItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in a place, personal data masked.
 *
 * @param since first day there
 * @param until first day no longer there; null while it is open
 * @param monthlyWage yuan, two decimals
 * @param byHand whether the spell was put to this place by hand
 */
record Hand(
    @JsonUnwrapped WorkerItem worker,
    LocalDate since,
    @Nullable LocalDate until,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyWage,
    boolean byHand) {}
