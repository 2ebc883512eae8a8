package io.countypulse.employment.household;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the households file (DOMAIN.md § 10). */
enum HouseholdColumn implements Column {
  COUNTY("县（市）区"),
  TOWNSHIP("乡镇"),
  VILLAGE("行政村"),
  HOUSEHOLD("户编号"),
  CATEGORY("户类型"),
  HEAD_COUNT("家庭人口"),
  YEAR("年度"),
  INCOME("家庭纯收入");

  private final String header;

  HouseholdColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }
}
