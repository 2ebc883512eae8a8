package io.countypulse.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many rows wait and for how long the oldest does: {@code pulse.outbox.depth} and {@code
 * pulse.outbox.age.seconds}. Looked up beside the relay, so that the age grows whatever blocks it.
 */
final class OutboxDepth implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxDepth.class);

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private record Waiting(long rows, @Nullable Instant oldest) {}

  private final DataSource database;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Waiting waiting = new Waiting(0, null);

  OutboxDepth(DataSource database, Clock clock, MeterRegistry registry) {
    this.database = database;
    this.clock = clock;
    Gauge.builder("pulse.outbox.depth", this, depth -> depth.waiting.rows())
        .description("rows not yet published")
        .register(registry);
    Gauge.builder("pulse.outbox.age.seconds", this, OutboxDepth::ageSeconds)
        .description("age of the oldest row not yet published")
        .register(registry);
  }

  @Override
  public void run() {
    try {
      do {
        sample();
      } while (!stopped.await(INTERVAL.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopped.countDown();
  }

  private void sample() {
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement()) {
      ResultSet answer = query.executeQuery("select count(*), min(recorded_at) from outbox");
      answer.next();
      @Nullable OffsetDateTime oldest = answer.getObject(2, OffsetDateTime.class);
      waiting = new Waiting(answer.getLong(1), oldest == null ? null : oldest.toInstant());
    } catch (SQLException unreachable) {
      LOG.debug("the depth of the outbox is not known", unreachable);
    }
  }

  private double ageSeconds() {
    @Nullable Instant oldest = waiting.oldest();
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
  }
}
