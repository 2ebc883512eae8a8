package io.countypulse.subsidy.call;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the verification calls file (DOMAIN.md § 10). */
enum CallColumn implements Column {
  COUNTY("县（市）区"),
  PERSON("人编号"),
  DAY("拨打日期"),
  OUTCOME("结果"),
  YULU("雨露计划"),
  YULU_PLUS("雨露计划+"),
  TRANSPORT("交通补助"),
  MICROCREDIT("小额信贷");

  private final String header;

  CallColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public boolean required() {
    return switch (this) {
      case COUNTY, PERSON, DAY, OUTCOME -> true;
      case YULU, YULU_PLUS, TRANSPORT, MICROCREDIT -> false;
    };
  }
}
