package io.countypulse.employment.watch;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.countypulse.employment.worker.WorkerItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to visit, personal data masked.
 *
 * @param incomePerHead yuan a year, two decimals
 * @param visits how many there were until the day
 * @param lastVisitOn null before the first
 */
record Watched(
    @JsonUnwrapped WorkerItem worker,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal incomePerHead,
    int incomeYear,
    int headCount,
    int visits,
    @Nullable LocalDate lastVisitOn) {}
