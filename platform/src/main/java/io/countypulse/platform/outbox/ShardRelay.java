package io.countypulse.platform.outbox;

import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays one shard of the outbox: lock, then read, send, commit to Kafka, delete, again without a
 * pause until nothing is left. Whatever fails, the lock is given up and everything begins anew: a
 * row not yet deleted is sent again, in its old place before its successors.
 */
final class ShardRelay implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ShardRelay.class);
  private static final Duration LOCK_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

  private final DataSource database;
  private final Map<String, Object> kafka;
  private final OutboxSettings settings;
  private final int shard;
  private final RelayMetrics metrics;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Backoff backoff = new Backoff();

  ShardRelay(
      DataSource database,
      Map<String, Object> kafka,
      OutboxSettings settings,
      int shard,
      RelayMetrics metrics) {
    this.database = database;
    this.kafka = kafka;
    this.settings = settings;
    this.shard = shard;
    this.metrics = metrics;
  }

  @Override
  public void run() {
    while (!isStopped()) {
      try (OutboxTable table = OutboxTable.open(database, shard, settings.shards())) {
        if (table.lock()) {
          relay(table);
        } else {
          pause(LOCK_INTERVAL);
        }
      } catch (SQLException | RuntimeException failure) {
        Duration wait = backoff.next();
        LOG.warn("relay of shard {} begins anew in {}: {}", shard, wait, failure.toString());
        pause(wait);
      }
    }
  }

  /** Ends after the batch in hand. */
  void stop() {
    stopped.countDown();
  }

  private void relay(OutboxTable table) throws SQLException {
    table.listen();
    try (Publisher publisher = Publisher.open(kafka, settings, shard)) {
      LOG.info("relaying shard {} of {}", shard, settings.shards());
      Heartbeats heartbeats = new Heartbeats(System::nanoTime);
      Batch batch = table.read(settings.batchSize(), List.of());
      while (!isStopped()) {
        batch = publish(batch, table, publisher, heartbeats);
      }
    }
  }

  /** Publishes a batch and answers the next one. */
  private Batch publish(Batch batch, OutboxTable table, Publisher publisher, Heartbeats heartbeats)
      throws SQLException {
    Timer.Sample begun = metrics.begin();
    boolean heartbeat = heartbeats.due(batch);
    publisher.send(batch, heartbeat);
    // While Kafka is at work.
    @Nullable Batch next = batch.drained() ? null : table.read(settings.batchSize(), batch.rows());
    publisher.commit();
    table.delete(batch.rows());
    metrics.published(batch.rows().size(), begun);
    backoff.reset();
    if (heartbeat) {
      heartbeats.sent();
    }
    return next == null ? awaitBatch(table, heartbeats) : next;
  }

  private Batch awaitBatch(OutboxTable table, Heartbeats heartbeats) throws SQLException {
    awaitNews(table, heartbeats);
    return table.read(settings.batchSize(), List.of());
  }

  private void awaitNews(OutboxTable table, Heartbeats heartbeats) throws SQLException {
    boolean news = false;
    while (!news && !isStopped() && heartbeats.untilDue().isPositive()) {
      Duration left = heartbeats.untilDue();
      news = table.awaitNews(left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT);
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void pause(Duration duration) {
    try {
      stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      stop();
      Thread.currentThread().interrupt();
    }
  }
}
