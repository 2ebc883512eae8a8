package io.countypulse.reporting.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An indicator of one unit as of one of several days. */
public record TrendPoint(LocalDate asOf, State state, @Nullable BigDecimal value) {}
