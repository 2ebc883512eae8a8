package io.countypulse.reporting.rule;

/** What a rule says of a unit on one day. */
sealed interface Verdict {

  /** It fires. */
  record Holds(Severity severity, Finding finding) implements Verdict {}

  /** It does not; also where the figure has no value. */
  record Clear() implements Verdict {}

  /** Nothing is known of the day, for good or ill: a bank's Sunday. */
  record Silent() implements Verdict {}
}
