package io.countypulse.reporting.notice;

/** Whose figures an alert looks at. */
enum Department {
  EMPLOYMENT,
  CREDIT,
  SUBSIDY
}
