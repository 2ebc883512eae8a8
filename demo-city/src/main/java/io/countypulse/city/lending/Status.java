package io.countypulse.city.lending;

/** How a bank says a loan stands (DOMAIN.md § 10, 状态). */
enum Status {
  NORMAL("正常"),
  OVERDUE("逾期"),
  EXTENDED("展期"),
  RENEWED("续贷"),
  SETTLED("结清"),
  WRITTEN_OFF("核销");

  final String text;

  Status(String text) {
    this.text = text;
  }
}
