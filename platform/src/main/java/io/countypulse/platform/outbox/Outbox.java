package io.countypulse.platform.outbox;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Events to be published, written in the business transaction: with it or not at all.
 *
 * <p>A set-based writer needs no object, only the table; the shard and the time come by themselves:
 *
 * <pre>{@code
 * insert into outbox (topic, key, type, payload, traceparent)
 * select 'employment.worker.v1', person_id, 'io.countypulse.employment.worker.v1',
 *        json_build_object('personId', person_id, ...)::text, :traceparent
 * from changed_worker
 * order by person_id
 * }</pre>
 *
 * A writer holds its entity's row lock before it inserts, so that ids of one key grow in the order
 * of commit.
 */
public final class Outbox {

  private final JdbcClient database;
  private final Supplier<@Nullable String> traceparent;

  Outbox(JdbcClient database, Supplier<@Nullable String> traceparent) {
    this.database = database;
    this.traceparent = traceparent;
  }

  /**
   * Writes one event into the running transaction.
   *
   * @throws IllegalStateException without a transaction: event and fact would part
   */
  public void write(OutboxEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an event is written in the transaction of its fact");
    }
    database
        .sql("insert into outbox (topic, key, type, payload, traceparent) values (?, ?, ?, ?, ?)")
        .param(event.topic())
        .param(event.key())
        .param(event.type())
        .param(event.payload())
        .param(traceparent())
        .update();
  }

  /** The running trace as a W3C {@code traceparent} for a set-based insert; null without one. */
  public @Nullable String traceparent() {
    return traceparent.get();
  }
}
