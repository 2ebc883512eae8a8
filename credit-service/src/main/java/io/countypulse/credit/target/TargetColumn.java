package io.countypulse.credit.target;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the targets file (DOMAIN.md § 10), which all departments share. */
enum TargetColumn implements Column {
  COUNTY("县（市）区"),
  YEAR("年度"),
  PROGRAMME("项目"),
  VALUE("目标值"),
  DEADLINE("完成时限");

  private final String header;

  TargetColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public boolean required() {
    return this != DEADLINE;
  }
}
