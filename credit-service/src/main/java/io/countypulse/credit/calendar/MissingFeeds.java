package io.countypulse.credit.calendar;

import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.time.BusinessDays;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds business days whose expected time has passed without any feed of the bank and publishes
 * them as MISSING; a feed that comes later makes the day ACCEPTED (or REFUSED) by itself.
 *
 * <p>A day before the business date is over. The business date's own hours pass only where it is
 * the date of the clock; the fixed date of a demo city has none, and that day is never over.
 */
@Component
public class MissingFeeds {

  private static final String KNOWN_BANKS =
      """
      insert into feed_expectation (bank, since) select code, ? from bank on conflict do nothing
      """;

  private static final String SINCE =
      """
      select min(since) from (
        select min(since) as since from feed_expectation union all select min(business_date) from feed_day
      ) as expected
      """;

  /** A bank of which a feed is coming in, or just came, is catching up and given a moment. */
  private static final String MARK =
      """
      with missing as (
        insert into feed_day as d (bank, business_date, state)
        select b.code, day, 'MISSING'
        from bank b
        join feed_expectation e on e.bank = b.code
        cross join unnest(:days::date[]) as day
        where day >= least(e.since, (select min(f.business_date) from feed_day f where f.bank = b.code))
          and (day < :today or b.expected_time <= :time::time)
          and not exists (select from feed_day f where f.bank = b.code and f.business_date = day)
          and not exists (
            select from feed q
            where q.bank = b.code and (q.status = 'QUEUED' or q.received_at > now() - make_interval(secs => :patience)))
        on conflict do nothing
        returning d.bank, d.business_date, feed_event(d) as payload
      )
      insert into outbox (topic, key, type, payload, traceparent)
      select 'credit.feed.v1', bank || '|' || business_date, 'io.countypulse.credit.feed.v1', payload,
        :traceparent
      from missing
      order by business_date, bank
      """;

  private final BusinessDays days;
  private final BusinessDate businessDate;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Outbox outbox;
  private final Duration patience;

  MissingFeeds(
      BusinessDays days,
      BusinessDate businessDate,
      Clock clock,
      JdbcClient jdbc,
      TransactionOperations transaction,
      Outbox outbox,
      @Value("${pulse.credit.calendar.patience:PT1M}") Duration patience) {
    this.days = days;
    this.businessDate = businessDate;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.outbox = outbox;
    this.patience = patience;
  }

  /** Marks every day that is missing now and was not yet marked. */
  public void mark() {
    LocalDate today = businessDate.today();
    @Nullable LocalTime time = time(today);
    transaction.executeWithoutResult(_ -> mark(today, time));
  }

  private void mark(LocalDate today, @Nullable LocalTime time) {
    jdbc.sql(KNOWN_BANKS).param(today).update();
    @Nullable LocalDate since = jdbc.sql(SINCE).query(LocalDate.class).optional().orElse(null);
    List<LocalDate> expected = since == null ? List.of() : days.between(since, today);
    if (!expected.isEmpty()) {
      jdbc.sql(MARK)
          .param("days", expected.stream().map(LocalDate::toString).toArray(String[]::new))
          .param("today", today)
          .param("time", time)
          .param("patience", patience.toSeconds())
          .param("traceparent", outbox.traceparent())
          .update();
    }
  }

  /** The time of the day, where the business date goes with the clock. */
  private @Nullable LocalTime time(LocalDate today) {
    ZonedDateTime now = ZonedDateTime.now(clock.withZone(BusinessDate.ZONE));
    return now.toLocalDate().equals(today) ? now.toLocalTime() : null;
  }
}
