package io.countypulse.credit.loan;

import java.util.Optional;
import java.util.stream.Stream;

/** How long principal has been overdue, in days; the first day overdue is day 1. */
public enum Bucket {
  UP_TO_30("1-30", 1, 30),
  UP_TO_60("31-60", 31, 60),
  UP_TO_90("61-90", 61, 90),
  BEYOND_90("90+", 91, Integer.MAX_VALUE);

  private final String label;
  private final int least;
  private final int most;

  Bucket(String label, int least, int most) {
    this.label = label;
    this.least = least;
    this.most = most;
  }

  static Optional<Bucket> of(String label) {
    return Stream.of(values()).filter(bucket -> bucket.label.equals(label)).findFirst();
  }

  /** The bucket of a number of days from 1 on. */
  static Bucket of(int days) {
    return Stream.of(values()).filter(bucket -> days <= bucket.most).findFirst().orElseThrow();
  }

  /** For example {@code 31-60}. */
  public String label() {
    return label;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }
}
