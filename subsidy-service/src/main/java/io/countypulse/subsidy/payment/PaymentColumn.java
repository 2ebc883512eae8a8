package io.countypulse.subsidy.payment;

import io.countypulse.platform.intake.sheet.Column;

/** Columns of the transport payments file (DOMAIN.md § 10). */
enum PaymentColumn implements Column {
  COUNTY("县（市）区"),
  PERSON("人编号"),
  NAME("姓名"),
  IDENTITY("证件号码"),
  YEAR("年度"),
  PAID("发放金额"),
  PAID_ON("发放日期");

  private final String header;

  PaymentColumn(String header) {
    this.header = header;
  }

  @Override
  public String header() {
    return header;
  }
}
