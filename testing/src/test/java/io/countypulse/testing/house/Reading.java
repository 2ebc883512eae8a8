package io.countypulse.testing.house;

import java.time.Instant;

record Reading(Instant at) {
  static Reading now() {
    return new Reading(Instant.now());
  }
}
