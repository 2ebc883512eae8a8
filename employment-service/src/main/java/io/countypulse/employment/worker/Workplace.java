package io.countypulse.employment.worker;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.employment.vocabulary.Sector;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a spell is worked and what it pays; of it others learn the wage in an assisted post only.
 *
 * @param monthlyWage yuan, two decimals
 */
record Workplace(
    @Nullable String employer,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthlyWage,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sector sector) {}
