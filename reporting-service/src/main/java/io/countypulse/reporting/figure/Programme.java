package io.countypulse.reporting.figure;

import io.countypulse.reporting.contribution.Measure;

/** A department's programme: what tells that it knows a unit, and that the unit has a target. */
enum Programme {
  EMPLOYMENT(Measure.REGISTERED, Measure.TARGET_HOLDS);

  private final Measure records;
  private final Measure targets;

  Programme(Measure records, Measure targets) {
    this.records = records;
    this.targets = targets;
  }

  boolean hasRecords(Sums sums) {
    return sums.of(records) > 0;
  }

  boolean hasTarget(Sums sums) {
    return sums.of(targets) > 0;
  }
}
