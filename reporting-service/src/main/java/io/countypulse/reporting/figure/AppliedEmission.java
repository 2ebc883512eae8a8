package io.countypulse.reporting.figure;

import io.countypulse.reporting.cells.Emission;

/** An emission and where it stood on its topic. */
record AppliedEmission(int partition, long offset, Emission emission) {

  /** The partition its events come from. */
  Partition source() {
    return new Partition(emission.topic(), emission.partition());
  }
}
