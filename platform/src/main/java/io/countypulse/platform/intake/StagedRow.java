package io.countypulse.platform.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one staged row, in the order of the columns; null is SQL's null. The column's type
 * is given with each.
 */
public interface StagedRow {

  /** {@code text} */
  StagedRow text(@Nullable String value);

  /** {@code int4} */
  StagedRow number(@Nullable Integer value);

  /** {@code int8} */
  StagedRow bigNumber(@Nullable Long value);

  /** {@code date} */
  StagedRow date(@Nullable LocalDate value);

  /** {@code numeric} */
  StagedRow decimal(@Nullable BigDecimal value);

  /** {@code boolean} */
  StagedRow truth(@Nullable Boolean value);

  /** {@code bytea} */
  StagedRow bytes(byte @Nullable [] value);

  /** {@code uuid} */
  StagedRow uuid(@Nullable UUID value);
}
