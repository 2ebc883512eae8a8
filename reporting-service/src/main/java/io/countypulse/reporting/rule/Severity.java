package io.countypulse.reporting.rule;

/** How much an alert matters, the least first. */
public enum Severity {
  NOTICE("提示", "notice"),
  WARNING("预警", "warning"),
  SEVERE("严重", "severe");

  private final String zh;
  private final String en;

  Severity(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
