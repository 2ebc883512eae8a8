package io.countypulse.reporting.live;

import io.countypulse.reporting.figure.Freshness;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Timeliness;
import io.countypulse.reporting.topology.StreamsState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /**
   * Stale while events are not tallied; a department while a part of it is unheard of or silent for
   * ten seconds.
   */
  Timeliness of(Snapshot snapshot) {
    Freshness freshness = snapshot.freshness();
    List<Timeliness.Department> departments =
        freshness.departments().stream().map(each -> department(each, freshness)).toList();
    boolean stale =
        departments.isEmpty() || departments.stream().anyMatch(Timeliness.Department::stale);
    return new Timeliness(stale, departments);
  }

  @Nullable Long ageSeconds(Snapshot snapshot) {
    Instant through = snapshot.freshness().recordedThrough();
    return through == null ? null : age(through).toSeconds();
  }

  private Timeliness.Department department(String name, Freshness freshness) {
    Instant through = freshness.recordedThrough(name);
    boolean stale = !streams.isRunning() || through == null || age(through).compareTo(PATIENCE) > 0;
    return new Timeliness.Department(name, through, stale);
  }

  private Duration age(Instant through) {
    Duration age = Duration.between(through, now());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
