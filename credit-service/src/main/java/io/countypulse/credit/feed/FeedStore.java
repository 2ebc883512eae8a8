package io.countypulse.credit.feed;

import io.countypulse.platform.audit.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

/** Keeps feeds as they came, before anybody is told that they were taken. */
@Repository
class FeedStore {

  private static final int CHUNK = 1 << 20;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final long mostSent;

  /**
   * @param mostSent what is sent, gzipped or not, is at most so large
   */
  FeedStore(
      JdbcClient jdbc,
      TransactionOperations transaction,
      @Value("${pulse.credit.largest-feed:512MB}") DataSize mostSent) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.mostSent = mostSent.toBytes();
  }

  /** A feed in the queue. */
  record Queued(
      UUID id,
      @Nullable String claimedBank,
      String door,
      String signature,
      Actor sender,
      Instant receivedAt,
      int attempts,
      String sha256,
      @Nullable Decision decision,
      String decisionNote) {}

  /** What became of bytes that came in. */
  sealed interface Received {

    /** They are stored and wait for their turn. */
    record Stored(UUID id) implements Received {}

    /** More than any feed has; nothing is kept. */
    record TooLarge(long limit) implements Received {}
  }

  /**
   * Reads a feed to its end and queues it; once this returns, it will be answered whatever happens.
   *
   * @throws IOException when it stops coming; nothing of it is kept
   */
  Received receive(Delivery delivery, InputStream bytes) throws IOException {
    UUID id = begin(delivery);
    boolean queued = false;
    try {
      MessageDigest sha256 = sha256();
      @Nullable String bank = delivery.claimedBank();
      long size = 0;
      int number = 0;
      for (byte[] chunk = bytes.readNBytes(CHUNK);
          chunk.length > 0;
          chunk = bytes.readNBytes(CHUNK)) {
        size += chunk.length;
        if (size > mostSent) {
          return new Received.TooLarge(mostSent);
        }
        bank = number == 0 ? bankOf(chunk).orElse(bank) : bank;
        sha256.update(chunk);
        add(id, number++, chunk);
      }
      queue(id, bank, size, HexFormat.of().formatHex(sha256.digest()));
      queued = true;
      return new Received.Stored(id);
    } finally {
      if (!queued) {
        discard(id);
      }
    }
  }

  /** The bytes of a feed as they came. */
  InputStream bytes(UUID id) {
    return new FeedChunks(jdbc, id);
  }

  /** The oldest feed in the queue of each bank, oldest first. */
  List<UUID> next() {
    return jdbc.sql(
            """
            select min(id::text)::uuid as id from feed where status = 'QUEUED' group by bank order by id
            """)
        .query(UUID.class)
        .list();
  }

  /** The lane a feed waits in: its bank's, or that of feeds of nobody knows whom. */
  String lane(UUID id) {
    return jdbc.sql("select coalesce(bank, '') from feed where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  /** The feed, if it still waits and is the first of its lane. */
  Optional<Queued> stillWaiting(UUID id) {
    return jdbc.sql(
            """
            select * from feed f where id = ? and status = 'QUEUED' and not exists (
              select from feed e where e.status = 'QUEUED' and e.bank is not distinct from f.bank and e.id < f.id)
            """)
        .param(id)
        .query(FeedStore::queued)
        .optional();
  }

  /**
   * Puts a held feed into the queue again with a person's word.
   *
   * @return false if it is not held (any more)
   */
  boolean decide(UUID id, Decision decision, String by, String note) {
    return decision(
                """
                update feed set status = 'QUEUED', attempts = 0,
                  decision = :decision, decided_by = :by, decision_note = :note
                where id = :id and status = 'HELD'
                """,
                id,
                decision,
                by,
                note)
            .update()
        > 0;
  }

  /** Whether this very word was said of a feed before. */
  boolean decided(UUID id, Decision decision, String by, String note) {
    return decision(
            """
            select exists (
              select from feed
              where id = :id and decision = :decision and decided_by = :by and decision_note = :note)
            """,
            id,
            decision,
            by,
            note)
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec decision(
      String sql, UUID id, Decision decision, String by, String note) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("decision", decision.name())
        .param("by", by)
        .param("note", note);
  }

  /** Whether a feed was not answered yet. */
  boolean isWaiting(UUID id) {
    return jdbc.sql("select exists (select from feed where id = ? and status = 'QUEUED')")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** Forgets the bytes of a feed that are, byte for byte, those of another. */
  void forgetCopy(UUID id, UUID original) {
    jdbc.sql(
            """
            delete from feed_chunk where feed_id = :id and exists (
              select from feed copy join feed original using (sha256) where copy.id = :id and original.id = :original)
            """)
        .param("id", id)
        .param("original", original)
        .update();
  }

  /** Counts a try, apart from the transaction that may not survive it. */
  void begin(UUID id) {
    jdbc.sql("update feed set attempts = attempts + 1 where id = ?").param(id).update();
  }

  /** Forgets what a crash left half received. */
  void forgetHalfReceived() {
    jdbc.sql(
            "delete from feed where status = 'RECEIVING' and received_at < now() - interval '1 hour'")
        .update();
  }

  private UUID begin(Delivery delivery) {
    return jdbc.sql(
            """
            insert into feed (claimed_bank, door, file_name, signature, sender, sender_roles, sender_address)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .param(delivery.claimedBank())
        .param(delivery.door().name())
        .param(delivery.fileName())
        .param(delivery.signature())
        .param(delivery.sender().name())
        .param(delivery.sender().roles().toArray(String[]::new))
        .param(delivery.sender().address())
        .query(UUID.class)
        .single();
  }

  /** Without waiting for the disk: the commit that queues the feed waits for all of it. */
  private void add(UUID id, int number, byte[] chunk) {
    transaction.executeWithoutResult(
        _ -> {
          jdbc.sql("select set_config('synchronous_commit', 'off', true)")
              .query(String.class)
              .single();
          jdbc.sql("insert into feed_chunk (feed_id, number, bytes) values (?, ?, ?)")
              .param(id)
              .param(number)
              .param(chunk)
              .update();
        });
  }

  private void queue(UUID id, @Nullable String bank, long size, String sha256) {
    jdbc.sql("update feed set status = 'QUEUED', bank = ?, size = ?, sha256 = ? where id = ?")
        .param(bank)
        .param(size)
        .param(sha256)
        .param(id)
        .update();
  }

  private void discard(UUID id) {
    jdbc.sql("delete from feed where id = ?").param(id).update();
  }

  /** The bank its first record names, to know whose turn it waits for. */
  private static Optional<String> bankOf(byte[] firstChunk) {
    try {
      return Optional.of(FeedText.header(() -> new ByteArrayInputStream(firstChunk)).bank());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Queued queued(ResultSet row, int number) throws SQLException {
    @Nullable String decision = row.getString("decision");
    String[] roles = (String[]) row.getArray("sender_roles").getArray();
    return new Queued(
        row.getObject("id", UUID.class),
        row.getString("claimed_bank"),
        row.getString("door"),
        row.getString("signature"),
        new Actor(row.getString("sender"), Set.of(roles), row.getString("sender_address")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        row.getString("sha256"),
        decision == null ? null : Decision.valueOf(decision),
        row.getString("decision_note"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
