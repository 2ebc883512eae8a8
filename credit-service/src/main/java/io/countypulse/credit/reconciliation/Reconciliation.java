package io.countypulse.credit.reconciliation;

import io.countypulse.credit.feed.AfterFeed;
import io.countypulse.platform.outbox.Outbox;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares each loan a feed touched with what its history lets expect, and the bank's newest
 * position with the calendar, as sets; opens the differences that are new and closes those that are
 * gone (DOMAIN.md § 5, docs/decisions/0017).
 */
@Component
class Reconciliation implements AfterFeed {

  /** What of a loan's newest position its earlier ones do not allow. */
  private static final String AGAINST_HISTORY =
      """
      create temporary table found_break on commit drop as
      with history as (
        select p.*,
          first_value(p.issued_on) over whole as first_issued_on,
          first_value(p.issued_fen) over whole as first_issued_fen,
          first_value(p.rate) over whole as first_rate,
          lag(p.balance_fen) over whole as before_fen,
          min(p.balance_fen) filter (where p.status <> 'ABSENT') over earlier as lowest_fen,
          max(p.overdue_fen - p.balance_fen) filter (where p.status <> 'ABSENT') over earlier as unpaid_fen,
          bool_or(p.status in ('EXTENDED', 'RENEWED')) over whole as rearranged
        from loan_position p
        where p.loan_id in (
          select loan_id from changed
          where (held).status is not null or (before).status is not null or next_day is not null)
        window whole as (partition by p.loan_id order by p.day),
          earlier as (partition by p.loan_id order by p.day rows between unbounded preceding and 1 preceding)
      ),
      newest as (
        select * from history where until is null
      )
      select loan_id, county, 'BALANCE_ROSE' as kind, yuan(lowest_fen) as expected, yuan(balance_fen) as found,
        balance_fen - lowest_fen as amount_fen, day as since
      from newest
      where status not in ('ABSENT', 'RENEWED') and balance_fen > lowest_fen
      union all
      select loan_id, county, 'TERMS_CHANGED',
        concat_ws(' ', first_issued_on, yuan(first_issued_fen), trim_scale(first_rate) || '%'),
        concat_ws(' ', issued_on, yuan(issued_fen), trim_scale(rate) || '%'),
        abs(issued_fen - first_issued_fen), day
      from newest
      where status <> 'ABSENT'
        and (issued_on <> first_issued_on or issued_fen <> first_issued_fen or rate <> first_rate)
      union all
      select loan_id, county, 'OVERDUE_FELL', yuan(unpaid_fen + balance_fen), yuan(overdue_fen),
        unpaid_fen + balance_fen - overdue_fen, day
      from newest
      where status in ('NORMAL', 'OVERDUE') and not rearranged and balance_fen <= lowest_fen
        and unpaid_fen + balance_fen > overdue_fen
      union all
      select loan_id, county, 'ABSENT_NOT_SETTLED', '0.00', yuan(before_fen), before_fen, day
      from newest
      where status = 'ABSENT' and before_fen > 0
      """;

  /** What the bank's newest position leaves open, of all its loans. */
  private static final String AGAINST_TODAY =
      """
      insert into found_break (loan_id, county, kind, expected, found, amount_fen, since)
      with newest as (
        select d.*, f.supplement from feed_day d join feed f on f.id = d.feed_id
        where d.bank = :bank and d.state = 'ACCEPTED'
        order by d.business_date desc limit 1
      ),
      standing as (
        select p.* from loan_position p where p.bank = :bank and p.until is null and p.balance_fen > 0
      )
      select p.loan_id, p.county, 'OVERDUE_NOT_REPORTED', yuan(p.balance_fen), '0.00', p.balance_fen, p.owed_from
      from standing p
      join newest n on p.owed_from <= n.business_date
      where p.overdue_fen = 0
      union all
      select p.loan_id, p.county, 'CLOSED_WITH_BALANCE', '0.00', yuan(p.balance_fen), p.balance_fen, p.day
      from standing p
      where p.status in ('SETTLED', 'WRITTEN_OFF')
      union all
      select l.id, l.county, 'ROW_REFUSED', coalesce(yuan(p.balance_fen), ''), '', coalesce(p.balance_fen, 0),
        n.business_date
      from newest n
      join refused_loan r on r.bank = n.bank and r.business_date = n.business_date
      join loan l on l.id = r.loan_id
      left join loan_position p on p.loan_id = l.id and p.until is null
      union all
      select '', 'UNKNOWN', 'TOTAL_DIFFERS', yuan(s.fen), yuan(n.outstanding_fen),
        abs(n.outstanding_fen - s.fen), n.business_date
      from newest n
      cross join (select coalesce(sum(balance_fen), 0)::int8 as fen from standing) as s
      where not n.supplement and n.refused = 0 and n.outstanding_fen <> s.fen
      """;

  /** History was compared for the loans that changed, everything else for all of the bank. */
  private static final String CLOSE =
      """
      update loan_break b
      set state = 'CLOSED', closed_on = :day, version = version + 1, recorded_at = now()
      where b.bank = :bank and b.state <> 'CLOSED'
        and not exists (select from found_break f where f.loan_id = b.loan_id and f.kind = b.kind)
        and (b.loan_id in (select loan_id from changed)
          or b.kind not in ('BALANCE_ROSE', 'TERMS_CHANGED', 'OVERDUE_FELL', 'ABSENT_NOT_SETTLED'))
      """;

  /** What a person resolved is open again as soon as it is no longer what that person saw. */
  private static final String OPEN =
      """
      insert into loan_break as b (bank, loan_id, county, kind, expected, found, amount_fen, since)
      select :bank, loan_id, county, kind, expected, found, amount_fen, since from found_break
      on conflict (bank, loan_id, kind) where state <> 'CLOSED' do update set
        county = excluded.county, expected = excluded.expected, found = excluded.found,
        amount_fen = excluded.amount_fen, state = 'OPEN', version = b.version + 1, recorded_at = now()
      where (b.expected, b.found, b.amount_fen) is distinct from
        (excluded.expected, excluded.found, excluded.amount_fen)
      """;

  /** Goes out with the day itself, if it is the bank's newest. */
  private static final String COUNT =
      """
      update feed_day d
      set open_breaks = (select count(*) from loan_break where bank = :bank and state = 'OPEN')
      where d.bank = :bank and d.business_date = :day and not exists (
        select from feed_day n where n.bank = :bank and n.business_date > :day and n.state = 'ACCEPTED')
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;

  Reconciliation(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  @Override
  public void accepted(String bank, LocalDate day) {
    jdbc.sql(AGAINST_HISTORY).update();
    jdbc.sql(AGAINST_TODAY).param("bank", bank).update();
    jdbc.sql(CLOSE).param("bank", bank).param("day", day).update();
    jdbc.sql(OPEN).param("bank", bank).update();
    jdbc.sql(COUNT).param("bank", bank).param("day", day).update();
    jdbc.sql("select recount_breaks(?, ?)")
        .param(bank)
        .param(outbox.traceparent())
        .query((_, _) -> true)
        .single();
  }
}
