package io.countypulse.employment.figure;

import io.countypulse.employment.worker.Counted;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The indicators this department owns (DOMAIN.md § 7). */
enum Indicator {
  TARGET("employment.target", true, null),
  WORKING("employment.working", false, Counted.WORKING),
  OUT_OF_PROVINCE("employment.out_of_province", false, Counted.OUT_OF_PROVINCE),
  WORKED_THIS_YEAR("employment.worked_this_year", true, Counted.WORKED_THIS_YEAR),
  COMPLETION_RATE("employment.completion_rate", true, Counted.WORKING),
  MONTHS_VS_LAST_YEAR("employment.months_vs_last_year", true, Counted.WORKED_SINCE_LAST_YEAR),
  RETURNED("employment.returned", true, Counted.RETURNED),
  RE_EMPLOYED("employment.re_employed", true, Counted.RE_EMPLOYED);

  private final String code;
  private final boolean yearly;
  private final @Nullable Counted records;

  Indicator(String code, boolean yearly, @Nullable Counted records) {
    this.code = code;
    this.yearly = yearly;
    this.records = records;
  }

  static Optional<Indicator> find(String code) {
    return Stream.of(values()).filter(indicator -> indicator.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  /** Whether it belongs to a calendar year; a stock does not. */
  boolean yearly() {
    return yearly;
  }

  /** Whether it needs a target, which there is none of below the county. */
  boolean ofTarget() {
    return this == TARGET || this == COMPLETION_RATE;
  }

  /** The people behind the figure; a target has none. */
  Optional<Counted> records() {
    return Optional.ofNullable(records);
  }
}
