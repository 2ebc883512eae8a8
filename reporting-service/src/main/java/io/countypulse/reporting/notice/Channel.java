package io.countypulse.reporting.notice;

/** The ways in which people are told. */
enum Channel {
  IN_APP,
  EMAIL,
  /** 企业微信, a group's robot. */
  WECOM,
  /** 钉钉, a group's robot; signed where a secret is given. */
  DINGTALK,
  /** 飞书, a group's robot; signed where a secret is given. */
  FEISHU;

  /** Whether its robots check a signature; WeCom's key stands in the address. */
  boolean isSigned() {
    return this == DINGTALK || this == FEISHU;
  }
}
