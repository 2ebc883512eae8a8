package io.countypulse.credit.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Feeds as they came in, newest first. */
@Repository
class FeedList {

  private static final int LONGEST_NAME = 120;

  private final JdbcClient jdbc;

  FeedList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One feed; without day and sequence while it waits, or when its header could not be read. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      UUID id,
      @Nullable String bank,
      @Nullable LocalDate businessDate,
      @Nullable Long sequence,
      boolean supplement,
      String status,
      String door,
      String fileName,
      Instant receivedAt,
      @Nullable Instant finishedAt,
      long size,
      FeedResult.Rows rows) {}

  /**
   * A page of them.
   *
   * @param next the {@code after} of the next page; null on the last
   */
  record Page(List<Item> items, @Nullable UUID next) {}

  Page page(
      @Nullable String bank,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String status,
      @Nullable UUID after,
      int limit) {
    List<Item> items =
        jdbc.sql(
                """
                select * from feed
                where status <> 'RECEIVING'
                  and (:bank::text is null or bank = :bank or claimed_bank = :bank)
                  and (:from::date is null or business_date >= :from)
                  and (:to::date is null or business_date <= :to)
                  and (:status::text is null or status = :status)
                  and (:after::uuid is null or id < :after)
                order by id desc
                limit :limit
                """)
            .param("bank", bank)
            .param("from", from)
            .param("to", to)
            .param("status", status)
            .param("after", after)
            .param("limit", limit + 1)
            .query(FeedList::item)
            .list();
    boolean more = items.size() > limit;
    return new Page(items.stream().limit(limit).toList(), more ? items.get(limit - 1).id() : null);
  }

  /** Whether a feed still waits for its turn; a bank asks for its own only. */
  Optional<UUID> waiting(UUID id, @Nullable String bank) {
    return jdbc.sql(
            """
            select id from feed
            where id = :id and status = 'QUEUED' and (:bank::text is null or claimed_bank = :bank)
            """)
        .param("id", id)
        .param("bank", bank)
        .query(UUID.class)
        .optional();
  }

  /** A name as it may be shown: printable and short. */
  static String shown(String name) {
    String printable = name.replaceAll("[\\p{Cntrl}]", " ").strip();
    return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME);
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    @Nullable OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Item(
        row.getObject("id", UUID.class),
        row.getString("bank"),
        row.getObject("business_date", LocalDate.class),
        row.getObject("sequence", Long.class),
        row.getBoolean("supplement"),
        row.getString("status"),
        row.getString("door"),
        row.getString("file_name"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getLong("size"),
        new FeedResult.Rows(
            row.getInt("total"),
            row.getInt("applied"),
            row.getInt("unchanged"),
            row.getInt("refused")));
  }
}
