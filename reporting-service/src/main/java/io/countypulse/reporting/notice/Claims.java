package io.countypulse.reporting.notice;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands waiting messages to one sender at a time, however many instances run: a subscription is
 * taken in hand in one short transaction, sent to outside it, and let go with the outcome. A sender
 * that dies lets go by itself after three minutes.
 */
@Component
class Claims {

  /** Quiet hours and digests are looked at when something is to be sent, not when it arose. */
  private static final String DUE =
      """
      d.state = 'WAITING' and d.due_at <= :now::timestamptz and (s.digest_at is null or d.created_at <
        (local.now::date + s.digest_at - case when local.now::time < s.digest_at then interval '1 day' else interval '0' end)
          at time zone 'Asia/Shanghai')
      """;

  private static final String NEXT =
      """
      select s.id from subscription s
      cross join lateral (select :now::timestamptz at time zone 'Asia/Shanghai' as now) local
      where s.enabled and s.channel <> 'IN_APP' and (s.held_until is null or s.held_until <= now())
        and not coalesce(case when s.quiet_from < s.quiet_until
          then local.now::time >= s.quiet_from and local.now::time < s.quiet_until
          else local.now::time >= s.quiet_from or local.now::time < s.quiet_until end, false)
        and exists (select from delivery d where d.subscription = s.id and\s"""
          + DUE
          + """
          )
      order by s.held_until nulls first, s.id limit 1
      for update of s skip locked
      """;
  private static final String HOLD =
      """
      update subscription set held_until = now() + interval '3 minutes' where id = ? returning held_until
      """;
  private static final String TAKE =
      """
      update delivery set attempts = attempts + 1 where id in (
        select d.id from delivery d join subscription s on s.id = d.subscription
        cross join lateral (select :now::timestamptz at time zone 'Asia/Shanghai' as now) local
        where s.id = :subscription and\s"""
          + DUE
          + """
        )
      returning id, event
      """;
  private static final String LET_GO =
      "update subscription set held_until = now() where id = ? and held_until = ?";
  private static final String SENT =
      "update delivery set state = 'SENT', sent_at = now(), problem = null where id = any (?) and state = 'WAITING'";
  private static final String FAILED =
      """
      update delivery set problem = :problem, state = case when attempts >= :most then 'GIVEN_UP' else state end,
        due_at = :now::timestamptz + least(:first * power(2, attempts - 1), :longest) * interval '1 second'
      where id = any (:ids) and state = 'WAITING'
      """;

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final Subscriptions subscriptions;
  private final NoticeSettings settings;

  Claims(
      JdbcClient jdbc,
      ScopedTransactions transactions,
      Subscriptions subscriptions,
      NoticeSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.subscriptions = subscriptions;
    this.settings = settings;
  }

  /** What one sender has in hand of one subscription. */
  record Claim(
      long subscription, OffsetDateTime heldUntil, Destination to, List<Delivery> deliveries) {

    Claim {
      deliveries = List.copyOf(deliveries);
    }

    List<Long> events() {
      return deliveries.stream().map(Delivery::event).filter(Objects::nonNull).toList();
    }

    /** The same however often these are sent. */
    String id() {
      return "delivery." + deliveries.getFirst().id() + "." + deliveries.size();
    }

    private Long[] ids() {
      return deliveries.stream().map(Delivery::id).toArray(Long[]::new);
    }
  }

  /** One event on its way. */
  record Delivery(long id, @Nullable Long event) {}

  /** The next subscription with something to send at this moment. */
  Optional<Claim> next(Instant now) {
    OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
    return transactions.write(
        CountyScope.city(),
        () ->
            jdbc.sql(NEXT)
                .param("now", moment)
                .query(Long.class)
                .optional()
                .map(id -> take(id, moment)));
  }

  private Claim take(long id, OffsetDateTime now) {
    OffsetDateTime held = jdbc.sql(HOLD).param(id).query(OffsetDateTime.class).single();
    List<Delivery> deliveries =
        jdbc.sql(TAKE)
            .param("subscription", id)
            .param("now", now)
            .query((row, _) -> new Delivery(row.getLong("id"), row.getObject("event", Long.class)))
            .list();
    return new Claim(id, held, subscriptions.destination(id), deliveries);
  }

  /** Writes down how it went and lets go. */
  void settle(Claim claim, Outcome outcome, Instant now) {
    transactions.write(
        CountyScope.city(),
        () -> {
          switch (outcome) {
            case Outcome.Delivered _ -> jdbc.sql(SENT).param(claim.ids()).update();
            case Outcome.Failed failed -> failed(claim, failed, now);
          }
          jdbc.sql(LET_GO).params(claim.subscription(), claim.heldUntil()).update();
        });
  }

  private void failed(Claim claim, Outcome.Failed failed, Instant now) {
    jdbc.sql(FAILED)
        .param("problem", failed.problem())
        .param("most", settings.attempts())
        .param("first", settings.retry().toMillis() / 1000.0)
        .param("longest", NoticeSettings.LONGEST_WAIT.toSeconds())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", claim.ids())
        .update();
  }
}
