package io.countypulse.subsidy.cases;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a case may stand; what may follow what is a table of the database. DOMAIN.md § 6. */
public enum Step {
  DETECTED("已识别"),
  APPLIED("已申请"),
  VERIFIED("已核实"),
  ON_NOTICE("公示中"),
  APPROVED("已批准"),
  IN_BATCH("发放中"),
  PAID("已发放"),
  REFUSED("不予发放"),
  RETURNED("银行退回"),
  WITHDRAWN("已撤销");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  static Optional<Step> find(@Nullable String name) {
    return Stream.of(values()).filter(step -> step.name().equals(name)).findFirst();
  }

  /** As screens name it. */
  public String title() {
    return title;
  }
}
