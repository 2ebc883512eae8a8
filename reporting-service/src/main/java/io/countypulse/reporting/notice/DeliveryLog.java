package io.countypulse.reporting.notice;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.ScopedTransactions;
import io.swagger.v3.oas.annotations.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What left the house, and what did not: one's own, for the office everybody's. */
@RestController
@RequestMapping("/api/reporting/deliveries")
class DeliveryLog {

  private static final int MOST = 500;
  private static final String SELECT =
      """
      select d.*, s.name, s.owner, s.channel
      from delivery d join subscription s on s.id = d.subscription
      where s.channel <> 'IN_APP' and (:everybody or s.owner = :owner)
        and (:state::text is null or d.state = :state) and (:subscription::bigint is null or s.id = :subscription)
      order by d.id desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final Notices notices;

  DeliveryLog(JdbcClient jdbc, ScopedTransactions transactions, Notices notices) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.notices = notices;
  }

  /** The newest first. */
  record Deliveries(List<Entry> deliveries) {}

  /** How far one message has come. */
  enum State {
    WAITING,
    SENT,
    GIVEN_UP,
    CANCELLED
  }

  /**
   * One event on its way to one subscription.
   *
   * @param alert null of a trial, as its title
   * @param dueAt not before then, of what waits
   * @param problem why the last attempt failed
   */
  record Entry(
      long id,
      long subscription,
      String name,
      String owner,
      Channel channel,
      State state,
      @Nullable Long alert,
      @Nullable String title,
      @Nullable String titleEn,
      int attempts,
      Instant createdAt,
      Instant dueAt,
      @Nullable Instant sentAt,
      @Nullable String problem) {

    Entry about(Notice notice) {
      return new Entry(
          id,
          subscription,
          name,
          owner,
          channel,
          state,
          notice.alert().id(),
          notice.title(),
          notice.titleEn(),
          attempts,
          createdAt,
          dueAt,
          sentAt,
          problem);
    }
  }

  private record Row(@Nullable Long event, Entry entry) {}

  @Operation(summary = "发送记录 · What was sent by e-mail and messengers, and what was not")
  @GetMapping
  Deliveries log(
      Caller caller,
      @RequestParam(required = false) @Nullable State state,
      @RequestParam(required = false) @Nullable Long subscription,
      @RequestParam(defaultValue = "100") int limit) {
    List<Row> rows =
        transactions.read(
            caller.scope(),
            () ->
                jdbc.sql(SELECT)
                    .param("everybody", Subscriptions.isOffice(caller))
                    .param("owner", caller.name())
                    .param("state", state == null ? null : state.name())
                    .param("subscription", subscription)
                    .param("limit", Math.clamp(limit, 0, MOST))
                    .query((row, _) -> row(row))
                    .list());
    Collection<Long> events = rows.stream().map(Row::event).filter(Objects::nonNull).toList();
    Map<Long, Notice> told =
        notices.of(caller.scope(), events).stream()
            .collect(Collectors.toMap(Notice::event, Function.identity(), (one, _) -> one));
    return new Deliveries(rows.stream().map(each -> entry(each, told)).toList());
  }

  private static Entry entry(Row row, Map<Long, Notice> told) {
    Long event = row.event();
    Notice notice = event == null ? null : told.get(event);
    return notice == null ? row.entry() : row.entry().about(notice);
  }

  private static Row row(ResultSet row) throws SQLException {
    Entry entry =
        new Entry(
            row.getLong("id"),
            row.getLong("subscription"),
            row.getString("name"),
            row.getString("owner"),
            Channel.valueOf(row.getString("channel")),
            State.valueOf(row.getString("state")),
            null,
            null,
            null,
            row.getInt("attempts"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getObject("due_at", OffsetDateTime.class).toInstant(),
            instant(row, "sent_at"),
            row.getString("problem"));
    return new Row(row.getObject("event", Long.class), entry);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
