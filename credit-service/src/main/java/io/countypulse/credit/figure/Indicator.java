package io.countypulse.credit.figure;

import io.countypulse.credit.loan.Counted;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The indicators this department owns (DOMAIN.md § 7). */
enum Indicator {
  TARGET("credit.target", true, null),
  ISSUED("credit.issued", true, Counted.ISSUED),
  ISSUED_HOUSEHOLDS("credit.issued_households", true, Counted.ISSUED_HOUSEHOLDS),
  COMPLETION_RATE("credit.completion_rate", true, Counted.ISSUED),
  OUTSTANDING("credit.outstanding", false, Counted.OUTSTANDING),
  OVERDUE("credit.overdue", false, Counted.OVERDUE),
  OVERDUE_HOUSEHOLDS("credit.overdue_households", false, Counted.OVERDUE_HOUSEHOLDS),
  OVERDUE_RATE("credit.overdue_rate", false, Counted.OVERDUE);

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

  /** The loans behind the figure; a target has none. */
  Optional<Counted> records() {
    return Optional.ofNullable(records);
  }
}
