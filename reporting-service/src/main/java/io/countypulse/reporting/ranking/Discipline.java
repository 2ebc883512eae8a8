package io.countypulse.reporting.ranking;

import io.countypulse.reporting.figure.Indicator;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What units are ranked by, programme by programme; rates, since units are of unlike size. */
public enum Discipline {
  EMPLOYMENT(
      "务工就业完成率",
      "Employment: target completed",
      Indicator.EMPLOYMENT_COMPLETION_RATE,
      Indicator.EMPLOYMENT_TARGET,
      "100"),
  MICROCREDIT(
      "小额信贷发放完成率",
      "Microcredit: target completed",
      Indicator.CREDIT_COMPLETION_RATE,
      Indicator.CREDIT_TARGET,
      "100"),
  OVERDUE(
      "小额信贷逾期率",
      "Microcredit: overdue rate",
      Indicator.CREDIT_OVERDUE_RATE,
      Indicator.CREDIT_OUTSTANDING,
      "1"),
  TRANSPORT(
      "跨省务工交通补助发放率",
      "Transport subsidy: paid",
      Indicator.TRANSPORT_PAID_RATE,
      Indicator.TRANSPORT_ENTITLED,
      "100"),
  YULU("雨露计划发放率", "Yulu grant: paid", null, Indicator.YULU_STUDENTS, "100");

  private final String title;
  private final String titleEn;
  private final @Nullable Indicator rate;
  private final Indicator base;
  private final BigDecimal goal;

  Discipline(String title, String titleEn, @Nullable Indicator rate, Indicator base, String goal) {
    this.title = title;
    this.titleEn = titleEn;
    this.rate = rate;
    this.base = base;
    this.goal = new BigDecimal(goal);
  }

  public String title() {
    return title;
  }

  public String titleEn() {
    return titleEn;
  }

  /** The rate; none for Yulu, whose rate is that of those paid among the students. */
  public Optional<Indicator> rate() {
    return Optional.ofNullable(rate);
  }

  /** What the rate is measured against: the size of a unit. */
  public Indicator base() {
    return base;
  }

  boolean higherIsBetter() {
    return this != OVERDUE;
  }

  /** Whether a unit has done what is asked, and so is never called in. */
  boolean isReached(BigDecimal value) {
    return higherIsBetter() ? value.compareTo(goal) >= 0 : value.compareTo(goal) <= 0;
  }
}
