package io.countypulse.reporting.check;

/** The classes of DOMAIN.md § 9. */
enum FindingClass {
  /** Not right at its printed precision. */
  WRONG,
  /** Fewer than two decimals, and inexact. */
  SHORT,
  /** No count gives it. */
  IMPOSSIBLE,
  /** Nothing to divide by, yet 0 is printed. */
  NOT_APPLICABLE_AS_ZERO,
  /** Right by the rule, but worth a word. */
  NOTICE
}
