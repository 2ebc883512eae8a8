package io.countypulse.reporting.notice;

import io.countypulse.reporting.alert.AlertView;
import io.countypulse.reporting.rule.Severity;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What became of an alert, and the alert as it stands.
 *
 * @param event its number, by which it is told once
 * @param severity as it stood when people were told
 * @param day of business on which it happened
 * @param at when people were told
 */
record Notice(
    long event, Kind kind, Severity severity, LocalDate day, Instant at, AlertView alert) {

  /** What became of it. */
  enum Kind {
    OPENED("新增", "new"),
    RAISED("升级", "raised"),
    CLOSED("已解除", "cleared"),
    WITHDRAWN("已撤回", "withdrawn");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  /** For example 【严重】官渡区：逾期率超过全省警戒线（新增）. */
  String title() {
    return "【" + severity.zh() + "】" + place() + "：" + alert.ruleName() + "（" + kind.zh + "）";
  }

  String titleEn() {
    return alert.ruleNameEn() + " (" + severity.en() + ", " + kind.en + ")";
  }

  String text() {
    return switch (kind) {
      case OPENED, RAISED -> alert.why();
      case CLOSED -> "条件已连续转好，于 " + day + " 解除";
      case WITHDRAWN -> "补报或更正后的数据表明，该预警不成立";
    };
  }

  String textEn() {
    return switch (kind) {
      case OPENED, RAISED -> alert.whyEn();
      case CLOSED -> "Cleared on " + day;
      case WITHDRAWN -> "By late or corrected records it does not stand";
    };
  }

  private String place() {
    return alert.bank() == null ? alert.name() : alert.name() + " " + alert.bank();
  }
}
