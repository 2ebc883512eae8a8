package io.countypulse.reporting.figure;

/** What a figure's cell holds (DOMAIN.md § 7); zero is a value. */
public enum State {
  VALUE,
  NOT_APPLICABLE,
  NOT_REPORTED,
  NO_TARGET
}
