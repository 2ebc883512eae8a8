package io.countypulse.employment.training;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the trainees file (DOMAIN.md § 10). */
enum TraineeColumn implements Column {
  COUNTY("县（市）区"),
  HOUSEHOLD("户编号"),
  PERSON("人编号"),
  NAME("姓名"),
  IDENTITY("证件号码"),
  TRADE("培训项目"),
  ORGANISER("企业"),
  BEGINS("开始日期"),
  ENDS("结束日期");

  private final String header;

  TraineeColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }
}
