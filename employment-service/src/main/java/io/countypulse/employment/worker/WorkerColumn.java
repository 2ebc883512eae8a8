package io.countypulse.employment.worker;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the workers file (DOMAIN.md § 10). */
enum WorkerColumn implements Column {
  COUNTY("县（市）区"),
  TOWNSHIP("乡镇"),
  VILLAGE("行政村"),
  HOUSEHOLD("户编号"),
  PERSON("人编号"),
  NAME("姓名"),
  IDENTITY("证件号码"),
  CATEGORY("户类型"),
  LABOUR("劳动能力"),
  AREA("务工区域"),
  PROVINCE("务工省份"),
  EMPLOYER("务工单位"),
  POST("岗位类型"),
  START("开始日期"),
  END("结束日期"),
  WAGE("月工资"),
  WISH("就业意愿"),
  SECTOR("行业");

  private final String header;

  WorkerColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public boolean required() {
    return this != WISH && this != SECTOR;
  }
}
