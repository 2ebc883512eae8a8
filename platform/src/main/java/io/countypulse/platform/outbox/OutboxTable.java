package io.countypulse.platform.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * One relay's own connection: the shard's lock lives and dies with it, and it hears of new rows.
 */
final class OutboxTable implements AutoCloseable {

  private static final int LOCK_SPACE = 0x6f757462; // "outb"

  private static final String OLDEST =
      """
      select id, topic, key, type, payload, traceparent,
             (extract(epoch from recorded_at) * 1000000)::bigint as recorded_at
      from outbox
      where bucket % ? = ? and id <> all (?)
      order by id
      limit ?
      """;

  /**
   * A table that is empty one moment and full the next has no statistics to plan by: left to
   * itself, PostgreSQL sorts everything that waits for each batch, with parallel workers. A custom
   * plan hashes the ids that are left out.
   */
  private static final String PLAIN_PLANS =
      """
      set enable_seqscan = off;
      set enable_sort = off;
      set max_parallel_workers_per_gather = 0;
      set jit = off;
      set plan_cache_mode = force_custom_plan
      """;

  private final Connection connection;
  private final int shard;
  private final int shards;

  private OutboxTable(Connection connection, int shard, int shards) {
    this.connection = connection;
    this.shard = shard;
    this.shards = shards;
  }

  static OutboxTable open(DataSource database, int shard, int shards) throws SQLException {
    return new OutboxTable(database.getConnection(), shard, shards);
  }

  /** Takes the shard for as long as this connection lives; false if another relay has it. */
  boolean lock() throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
      lock.setInt(1, LOCK_SPACE);
      lock.setInt(2, shard);
      ResultSet answer = lock.executeQuery();
      answer.next();
      return answer.getBoolean(1);
    }
  }

  /** From here on {@link #awaitNews} hears of every commit that wrote to the outbox. */
  void listen() throws SQLException {
    try (Statement session = connection.createStatement()) {
      session.execute("listen outbox");
      session.execute(PLAIN_PLANS);
    }
  }

  /**
   * The rows with the lowest ids but for those on their way, whatever was sent before: a
   * transaction with lower ids may have committed last.
   */
  Batch read(int limit, List<OutboxRow> onTheirWay) throws SQLException {
    OffsetDateTime asOf = clock();
    List<OutboxRow> rows = new ArrayList<>();
    try (PreparedStatement oldest = connection.prepareStatement(OLDEST)) {
      oldest.setInt(1, shards);
      oldest.setInt(2, shard);
      oldest.setArray(3, ids(onTheirWay));
      oldest.setInt(4, limit);
      ResultSet row = oldest.executeQuery();
      while (row.next()) {
        rows.add(row(row));
      }
    }
    return new Batch(asOf.toInstant(), rows, rows.size() < limit);
  }

  /** Deletes what was sent, and nothing else. */
  void delete(List<OutboxRow> sent) throws SQLException {
    if (sent.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("delete from outbox where id = any (?)")) {
      delete.setArray(1, ids(sent));
      delete.executeUpdate();
    }
  }

  /** Waits until something was written, or for so long; true if something was. */
  boolean awaitNews(Duration longest) throws SQLException {
    // Zero would mean for ever.
    int millis = Math.toIntExact(Math.max(1, longest.toMillis()));
    return connection.unwrap(PGConnection.class).getNotifications(millis).length > 0;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private OffsetDateTime clock() throws SQLException {
    try (Statement clock = connection.createStatement()) {
      ResultSet answer = clock.executeQuery("select clock_timestamp()");
      answer.next();
      return answer.getObject(1, OffsetDateTime.class);
    }
  }

  private Array ids(List<OutboxRow> rows) throws SQLException {
    long[] ids = rows.stream().mapToLong(OutboxRow::id).toArray();
    return connection.unwrap(PGConnection.class).createArrayOf("bigint", ids);
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong(1),
        row.getString(2),
        row.getBytes(3),
        row.getString(4),
        row.getBytes(5),
        row.getBytes(6),
        row.getLong(7));
  }
}
