package io.countypulse.subsidy.student;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the students file (DOMAIN.md § 10). */
enum StudentColumn implements Column {
  COUNTY("县（市）区"),
  HOUSEHOLD("户编号"),
  PERSON("人编号"),
  NAME("姓名"),
  IDENTITY("证件号码"),
  SCHOOL("学校"),
  STAGE("学段"),
  SCHOOL_YEAR("学年"),
  TERM("学期"),
  AMOUNT("应补金额"),
  PAID("发放金额"),
  PAID_ON("发放日期");

  private final String header;

  StudentColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public boolean required() {
    return this != TERM;
  }
}
