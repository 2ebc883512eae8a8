package io.countypulse.credit.feed;

import io.countypulse.platform.intake.sheet.Column;

/** Fields of a detail record, in their order after the mark {@code D} (DOMAIN.md § 10). */
enum DetailField implements Column {
  LOAN(1, "借据号", "loanNumber"),
  HOUSEHOLD(2, "户编号", "householdId"),
  COUNTY(3, "县（市）区", "county"),
  ISSUED(4, "放款日期", "issuedOn"),
  DUE(5, "到期日期", "dueOn"),
  AMOUNT(6, "放款金额", "amount"),
  RATE(7, "年利率", "annualRate"),
  BALANCE(8, "余额", "balance"),
  OVERDUE(9, "逾期本金", "overdue"),
  OVERDUE_SINCE(10, "逾期起始日", "overdueSince"),
  STATUS(11, "状态", "status");

  static final String MARK = "D";

  private final int place;
  private final String header;
  private final String english;

  DetailField(int place, String header, String english) {
    this.place = place;
    this.header = header;
    this.english = english;
  }

  @Override
  public String header() {
    return header;
  }

  /** Its name in English, as JSON Lines may write it. */
  String english() {
    return english;
  }

  /** Its place in the record. */
  int place() {
    return place;
  }
}
