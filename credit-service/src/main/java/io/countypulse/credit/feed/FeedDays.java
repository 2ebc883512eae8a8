package io.countypulse.credit.feed;

import io.countypulse.credit.feed.FeedStore.Queued;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where each bank's business day stands, published as {@code credit.feed.v1}. */
final class FeedDays {

  private static final String ACCEPTED =
      """
      insert into feed_day as d (
        bank, business_date, state, sequence, rows, accepted, refused, feed_id, outstanding_fen, overdue_fen,
        received_at)
      values (
        :bank, :day, 'ACCEPTED', :sequence, :rows, :accepted, :refused, :feed, :outstanding, :overdue, :received)
      on conflict (bank, business_date) do update set
        state = 'ACCEPTED', sequence = excluded.sequence, feed_id = excluded.feed_id,
        rows = case when :supplement then d.rows else excluded.rows end,
        accepted = case when :supplement then d.rows - (select count(*) from refused_loan r
          where r.bank = d.bank and r.business_date = d.business_date) else excluded.accepted end,
        refused = case when :supplement then (select count(*) from refused_loan r
          where r.bank = d.bank and r.business_date = d.business_date) else excluded.refused end,
        outstanding_fen = case when :supplement then d.outstanding_fen else excluded.outstanding_fen end,
        overdue_fen = case when :supplement then d.overdue_fen else excluded.overdue_fen end,
        corrections = d.corrections + (d.state = 'ACCEPTED')::int4, received_at = excluded.received_at,
        version = d.version + 1, recorded_at = now()
      """;

  /** A day that was accepted stays so, whatever is refused afterwards. */
  private static final String REFUSED =
      """
      insert into feed_day as d (bank, business_date, state, sequence, rows, refused, received_at)
      values (:bank, :day, 'REFUSED', :sequence, :rows, :rows, :received)
      on conflict (bank, business_date) do update set
        state = 'REFUSED', sequence = excluded.sequence, rows = excluded.rows, refused = excluded.refused,
        received_at = excluded.received_at, version = d.version + 1, recorded_at = now()
      where d.state <> 'ACCEPTED'
      """;

  private static final String PUBLISH =
      """
      insert into outbox (topic, key, type, payload, traceparent)
      select 'credit.feed.v1', bank || '|' || business_date, 'io.countypulse.credit.feed.v1', feed_event(d),
        :traceparent
      from feed_day d
      where bank = :bank and business_date = :day
      """;

  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  FeedDays(JdbcClient jdbc, @Nullable String traceparent) {
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  void note(Queued feed, FeedResult result) {
    switch (result) {
      case FeedResult.Accepted accepted -> accepted(feed, accepted);
      case FeedResult.Refused refused -> refused(feed, refused);
      case FeedResult.Unchanged _, FeedResult.Held _ -> {}
    }
  }

  private void accepted(Queued feed, FeedResult.Accepted accepted) {
    FeedResult.Rows rows = accepted.rows();
    of(ACCEPTED, feed, accepted.header())
        .param("feed", feed.id())
        .param("rows", rows.total())
        .param("accepted", rows.applied() + rows.unchanged())
        .param("refused", rows.refused())
        .param("outstanding", accepted.totals().outstandingFen())
        .param("overdue", accepted.totals().overdueFen())
        .param("supplement", accepted.header().supplement())
        .update();
  }

  /** Tells of an accepted day; called once everything is known that goes out with it. */
  void publish(FeedResult.Accepted accepted) {
    publish(accepted.header());
  }

  /** Only what the bank itself sent, for a day that has come, says something of that day. */
  private void refused(Queued feed, FeedResult.Refused refused) {
    FeedHeader header = refused.header();
    if (header == null || refused.aboutSender()) {
      return;
    }
    if (of(REFUSED, feed, header).param("rows", refused.rows()).update() > 0) {
      publish(header);
    }
  }

  private JdbcClient.StatementSpec of(String sql, Queued feed, FeedHeader header) {
    return jdbc.sql(sql)
        .param("bank", header.bank())
        .param("day", header.businessDate())
        .param("sequence", header.sequence())
        .param("received", OffsetDateTime.ofInstant(feed.receivedAt(), ZoneOffset.UTC));
  }

  private void publish(FeedHeader header) {
    jdbc.sql(PUBLISH)
        .param("bank", header.bank())
        .param("day", header.businessDate())
        .param("traceparent", traceparent)
        .update();
  }
}
