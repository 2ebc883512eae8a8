package io.countypulse.reporting.live;

import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.topology.StreamsState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether figures may be shown as live: a quiet hour and a dead pipeline look different. */
final class Liveness {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StreamsState streams;
  private final Clock clock;

  Liveness(StreamsState streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** True while events are not tallied, a source is unheard of, or silent for ten seconds. */
  boolean isStale(Snapshot snapshot) {
    Instant through = snapshot.freshness().recordedThrough();
    return !streams.isRunning() || through == null || age(through).compareTo(PATIENCE) > 0;
  }

  Duration age(Instant through) {
    Duration age = Duration.between(through, now());
    return age.isNegative() ? Duration.ZERO : age;
  }

  @Nullable Long ageSeconds(Snapshot snapshot) {
    Instant through = snapshot.freshness().recordedThrough();
    return through == null ? null : age(through).toSeconds();
  }
}
