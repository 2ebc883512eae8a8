package io.countypulse.reporting.live;

import io.countypulse.reporting.figure.Freshness;
import io.countypulse.reporting.figure.Partition;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.figure.Timeliness;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the figures reach, source by source. */
@RestController
class FreshnessController {

  private final Snapshots snapshots;
  private final Liveness liveness;

  FreshnessController(Snapshots snapshots, Liveness liveness) {
    this.snapshots = snapshots;
    this.liveness = liveness;
  }

  /** The age of the data; null where a source has not been heard of. */
  record Answer(
      long frame,
      @Nullable Instant recordedThrough,
      Instant now,
      @Nullable Long ageSeconds,
      boolean stale,
      List<Timeliness.Department> departments,
      List<SourceAge> sources) {}

  /** One partition of one topic. */
  record SourceAge(String topic, int partition, @Nullable Instant recordedThrough) {}

  @GetMapping("/api/reporting/freshness")
  Answer freshness() {
    Snapshot snapshot = snapshots.current();
    Freshness freshness = snapshot.freshness();
    Timeliness timeliness = liveness.of(snapshot);
    return new Answer(
        snapshot.frame(),
        freshness.recordedThrough(),
        liveness.now(),
        liveness.ageSeconds(snapshot),
        timeliness.stale(),
        timeliness.departments(),
        freshness.sources().stream().sorted().map(source -> age(source, freshness)).toList());
  }

  private static SourceAge age(Partition source, Freshness freshness) {
    return new SourceAge(source.topic(), source.number(), freshness.through().get(source));
  }
}
