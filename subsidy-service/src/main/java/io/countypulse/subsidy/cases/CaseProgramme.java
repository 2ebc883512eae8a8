package io.countypulse.subsidy.cases;

/** The programmes cases are of; their amounts and dates are data (DOMAIN.md § 6). */
public enum CaseProgramme {
  TRANSPORT("跨省务工交通补助"),
  YULU("雨露计划"),
  YULU_PLUS("雨露计划+"),
  WORKSHOP_WAGES("帮扶车间吸纳就业"),
  PUBLIC_WELFARE_POST("公益性岗位"),
  FIRST_BUSINESS("返乡创业");

  private final String title;

  CaseProgramme(String title) {
    this.title = title;
  }

  /** As screens name it. */
  public String title() {
    return title;
  }

  /** The case of a subject and period, {@code TRANSPORT|P53010000001|2024}. */
  public String caseOf(String subject, int period) {
    return name() + "|" + subject + "|" + period;
  }
}
