package io.countypulse.gateway.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets by key, in memory; the ones unused for longest go first when there are too many.
 */
public final class Buckets {

  private static final int MOST = 20_000;

  private final Bandwidth bandwidth;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /** {@code capacity} at once, and as many again over each {@code period}. */
  public Buckets(long capacity, long refill, Duration period) {
    bandwidth = Bandwidth.builder().capacity(capacity).refillGreedy(refill, period).build();
  }

  /** The bucket of a key, full at first. */
  public synchronized Bucket of(String key) {
    return buckets.computeIfAbsent(key, any -> Bucket.builder().addLimit(bandwidth).build());
  }
}
