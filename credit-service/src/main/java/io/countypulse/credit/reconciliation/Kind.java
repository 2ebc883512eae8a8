package io.countypulse.credit.reconciliation;

/** Why bank and service differ. */
enum Kind {
  BALANCE_ROSE("余额上升而无新放款", "The balance rose without a new issue"),
  TERMS_CHANGED("放款日期、金额或利率与首次报送不同", "Issue date, amount or rate is not what it was"),
  OVERDUE_FELL("逾期本金减少而未见相应还款", "Overdue principal fell without a repayment"),
  ABSENT_NOT_SETTLED("贷款未结清而不再报送", "The loan is no longer named and was not settled"),
  OVERDUE_NOT_REPORTED("已过到期日而银行未报逾期", "Past due, and the bank reports none overdue"),
  CLOSED_WITH_BALANCE("状态为结清或核销而余额不为 0", "Settled or written off, yet with a balance"),
  ROW_REFUSED("最近一期该笔明细被退回，沿用此前数据", "The newest row was refused; what was known before holds"),
  TOTAL_DIFFERS("银行申报的余额合计与本系统不符", "The bank's total outstanding is not the service's");

  private final String reason;
  private final String reasonEn;

  Kind(String reason, String reasonEn) {
    this.reason = reason;
    this.reasonEn = reasonEn;
  }

  String reason() {
    return reason;
  }

  String reasonEn() {
    return reasonEn;
  }
}
