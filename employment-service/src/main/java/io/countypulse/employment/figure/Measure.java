package io.countypulse.employment.figure;

import java.util.Locale;

/** What is counted of a place; figures are made of these sums. */
enum Measure {
  /** People who live there or have lived there: whether the place has records at all. */
  KNOWN,
  WORKING,
  OUT_OF_PROVINCE,
  WORKED_THIS_YEAR,
  RETURNED,
  RE_EMPLOYED,
  /** Days in work of all people from 1 January to the day, that day included. */
  DAYS,
  /** The same to that day of the year before. */
  DAYS_LAST_YEAR,
  TARGET;

  /** What a query counts in a column of this name. */
  static Measure ofColumn(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
