package io.countypulse.platform.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration {@code pulse.outbox}.
 *
 * @param source name of the service: CloudEvents source, and part of the transactional id
 * @param topics every topic the service publishes to; heartbeats go to each of their partitions
 * @param shards relays that share the outbox, by key; every instance of the service must be given
 *     the same number, so it is changed with all of them stopped
 * @param batchSize rows a transaction
 * @param relay whether this instance relays at all
 * @param username the relay's role in the database
 */
@ConfigurationProperties("pulse.outbox")
record OutboxSettings(
    String source,
    @DefaultValue List<String> topics,
    @DefaultValue("1") int shards,
    @DefaultValue("5000") int batchSize,
    @DefaultValue("true") boolean relay,
    @Nullable String username,
    @Nullable String password) {

  /** Rows are parted into so many buckets by the hash of their key; see the migration. */
  private static final int BUCKETS = 64;

  OutboxSettings {
    if (shards < 1 || shards > BUCKETS) {
      throw new IllegalArgumentException("pulse.outbox.shards must be 1 to " + BUCKETS);
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("pulse.outbox.batch-size must be positive");
    }
    topics = List.copyOf(topics);
  }
}
