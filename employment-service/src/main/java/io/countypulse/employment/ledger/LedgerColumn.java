package io.countypulse.employment.ledger;

import io.countypulse.platform.intake.sheet.Column;
import java.util.List;

/** Columns of another system's export: those of the workers file, of which few are needed. */
enum LedgerColumn implements Column {
  COUNTY("县（市）区"),
  TOWNSHIP("乡镇"),
  VILLAGE("行政村"),
  HOUSEHOLD("户编号"),
  PERSON("人编号"),
  NAME("姓名"),
  IDENTITY("证件号码"),
  CATEGORY("户类型"),
  LABOUR("劳动能力"),
  STATE("务工状态"),
  AREA("务工区域"),
  PROVINCE("务工省份"),
  EMPLOYER("务工单位"),
  START("开始日期"),
  END("结束日期");

  private final String header;

  LedgerColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public List<String> aliases() {
    return this == STATE ? List.of("是否务工", "就业状态") : List.of();
  }

  @Override
  public boolean required() {
    return this == COUNTY;
  }
}
