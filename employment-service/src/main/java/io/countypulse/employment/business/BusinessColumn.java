package io.countypulse.employment.business;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the businesses file (DOMAIN.md § 10). */
enum BusinessColumn implements Column {
  COUNTY("县（市）区"),
  HOUSEHOLD("户编号"),
  PERSON("人编号"),
  NAME("名称"),
  OPENED("开业日期"),
  KIND("类别");

  private final String header;

  BusinessColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }
}
