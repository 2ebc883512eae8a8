package io.countypulse.reporting.notice;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.access.ScopedTransactions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What a person was told in the app, by subscriptions of their own or of their roles; of counties
 * that are theirs today, whatever the subscription says.
 */
@Component
class Inbox {

  private static final String TOLD =
      """
      from alert_event e join alert a on a.id = e.alert
      left join notice_read r on r.event = e.id and r.reader = :reader
      where exists (select from delivery d join subscription s on s.id = d.subscription
        where d.event = e.id and s.channel = 'IN_APP' and s.removed_at is null
          and (s.role = any (:roles) or (s.role is null and s.owner = :reader)))
      """;
  private static final String NEWEST =
      "select e.id, r.reader is not null as seen "
          + TOLD
          + " and (:unread = false or r.reader is null) order by e.id desc limit :limit";
  private static final String UNREAD = "select count(*) " + TOLD + " and r.reader is null";
  private static final String READ =
      "insert into notice_read (reader, event) select :reader, e.id "
          + TOLD
          + """
           and r.reader is null and (e.id = any (:ids) or e.id <= :through)
          on conflict do nothing
          """;

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final Notices notices;

  Inbox(JdbcClient jdbc, ScopedTransactions transactions, Notices notices) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.notices = notices;
  }

  /**
   * Something a person was told.
   *
   * @param seen whether it was marked as read
   */
  record Told(Notice notice, boolean seen) {}

  private record Entry(long event, boolean seen) {}

  int unread(Caller caller) {
    return transactions.read(
        caller.scope(), () -> bound(UNREAD, caller).query(Integer.class).single());
  }

  /** The newest first. */
  List<Told> newest(Caller caller, boolean unread, int limit) {
    List<Entry> entries =
        transactions.read(
            caller.scope(),
            () ->
                bound(NEWEST, caller)
                    .param("unread", unread)
                    .param("limit", limit)
                    .query((row, _) -> new Entry(row.getLong("id"), row.getBoolean("seen")))
                    .list());
    Set<Long> seen =
        entries.stream().filter(Entry::seen).map(Entry::event).collect(Collectors.toSet());
    return notices
        .of(caller.scope(), entries.stream().map(Entry::event).toList())
        .reversed()
        .stream()
        .map(each -> new Told(each, seen.contains(each.event())))
        .toList();
  }

  /** Marks these as read, and everything up to one. */
  void read(Caller caller, List<Long> events, long through) {
    transactions.write(
        caller.scope(),
        () ->
            bound(READ, caller)
                .param("ids", events.toArray(Long[]::new))
                .param("through", through)
                .update());
  }

  private StatementSpec bound(String sql, Caller caller) {
    return jdbc.sql(sql)
        .param("reader", caller.name())
        .param("roles", caller.roles().stream().map(Role::name).toArray(String[]::new));
  }
}
