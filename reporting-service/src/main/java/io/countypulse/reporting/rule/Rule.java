package io.countypulse.reporting.rule;

/**
 * A rule in one of its versions.
 *
 * @param code the rule's name for ever, {@code overdue-above-line}
 * @param version 1 for the first, one more with each change
 * @param severity of an alert, unless the condition says more
 * @param clearDays business days the condition must stay clear before an alert closes
 * @param enabled whether it is evaluated
 */
public record Rule(
    String code,
    int version,
    String name,
    String nameEn,
    Severity severity,
    int clearDays,
    boolean enabled,
    Condition condition) {

  public Rule {
    if (!code.matches("[a-z0-9][a-z0-9._-]{1,59}")) {
      throw new IllegalArgumentException("not a rule's code: " + code);
    }
    if (version < 1 || clearDays < 1 || name.isBlank() || nameEn.isBlank()) {
      throw new IllegalArgumentException("a rule without version, days or names: " + code);
    }
  }
}
