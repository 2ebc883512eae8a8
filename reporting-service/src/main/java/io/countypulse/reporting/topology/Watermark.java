package io.countypulse.reporting.topology;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the records of one partition reach: the earliest of its shards' heartbeats. */
final class Watermark {

  private final Map<Integer, Instant> byShard = new HashMap<>();
  private int shards;

  /** Takes a heartbeat; time never runs back. */
  void advance(Heartbeat heartbeat) {
    if (heartbeat.shards() != shards) {
      byShard.keySet().removeIf(shard -> shard >= heartbeat.shards());
      shards = heartbeat.shards();
    }
    byShard.merge(heartbeat.shard(), heartbeat.at(), (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Null until every shard has been heard of. */
  @Nullable Instant through() {
    return byShard.size() < shards
        ? null
        : byShard.values().stream().min(Instant::compareTo).orElse(null);
  }
}
