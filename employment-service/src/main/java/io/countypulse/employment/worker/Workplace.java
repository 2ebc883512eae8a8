package io.countypulse.employment.worker;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a spell is worked and what it pays; it never leaves this service.
 *
 * @param monthlyWage yuan, two decimals
 */
record Workplace(
    @Nullable String employer,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyWage) {}
