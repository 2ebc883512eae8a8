package io.countypulse.credit.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings loans up to date with their histories and publishes them; and what loans make of
 * households, with them. Works on the loans of the temporary table {@code changed}: those it calls
 * fresh have no history, which makes them and their households a matter of {@link FreshLoans}.
 */
public final class LoanUpdate {

  /** Households that lose or gain a loan that was known, or have one that changed. */
  private static final String HOUSEHOLDS =
      """
      create temporary table touched_household on commit drop as
      select household_id from loan where id in (select loan_id from changed where not fresh)
      union
      select household_id from loan_position
      where loan_id in (select loan_id from changed where not fresh) and until is null
      """;

  /** The newest row of a history holds what is known of the loan now; few ever moved. */
  private static final String LOANS =
      """
      with several as (
        select c.loan_id
        from changed c
        join loan l on l.id = c.loan_id
        where l.residence is not null or (c.told).county <> l.county or (c.following).county <> l.county
      ),
      step as (
        select loan_id, day, county, lag(county) over (partition by loan_id order by day) as before
        from loan_position
        where loan_id in (select loan_id from several)
      ),
      moved as (
        select loan_id,
          jsonb_agg(
            case when before is null then jsonb_build_object('county', county)
              else jsonb_build_object('from', day, 'county', county) end
            order by day) as residence
        from step
        where county is distinct from before
        group by loan_id
        having count(*) > 1
      ),
      known as (
        select p.loan_id, p.bank, p.household_id, p.county, m.residence, p.issued_on, p.issued_fen
        from loan_position p
        left join moved m on m.loan_id = p.loan_id
        where p.loan_id in (select loan_id from changed where not fresh) and p.until is null
      )
      merge into loan l
      using known k on l.id = k.loan_id
      when matched then update set
        household_id = k.household_id, county = k.county, residence = k.residence, issued_on = k.issued_on,
        issued_fen = k.issued_fen, version = l.version + 1, business_date = :day, recorded_at = now()
      when not matched then insert (
        id, bank, household_id, county, residence, issued_on, issued_fen, version, business_date)
      values (
        k.loan_id, k.bank, k.household_id, k.county, k.residence, k.issued_on, k.issued_fen, 1, :day)
      """;

  /** A correction took away the only position the loan stood in. */
  private static final String WITHDRAWN =
      """
      update loan l set issued_fen = 0, version = version + 1, business_date = :day, recorded_at = now()
      from changed c
      where l.id = c.loan_id and (c.told).status is null and not exists (select from loan_position p where p.loan_id = l.id)
      """;

  private static final String PUBLISH_LOANS =
      """
      with told as (
        select p.loan_id, p.day, p.due, p.balance_fen, p.overdue_fen, p.status,
          row(p.due, p.balance_fen, p.overdue_fen, p.status)
            is distinct from lag(row(p.due, p.balance_fen, p.overdue_fen, p.status)) over earlier as new
        from loan_position p
        join changed c on c.loan_id = p.loan_id and not c.fresh
        window earlier as (partition by p.loan_id order by p.day)
      ),
      story as (
        select loan_id,
          string_agg(position_event(day, due, balance_fen, overdue_fen, status), ',' order by day) as positions
        from told
        where new
        group by loan_id
      )
      insert into outbox (topic, key, type, payload, traceparent)
      select 'credit.loan.v1', l.id, 'io.countypulse.credit.loan.v1', loan_event(l, s.positions), :traceparent
      from changed c
      join loan l on l.id = c.loan_id
      left join story s on s.loan_id = c.loan_id
      where not c.fresh
      """;

  /**
   * A household counts once a year, in the county of its first loan; and on each day overdue once,
   * in the county of the loan issued first among those overdue. Banks take turns here, so that the
   * loans of all of them are seen.
   */
  private static final String PUBLISH_HOUSEHOLDS =
      """
      with l as (
        select l.* from loan l join touched_household t on t.household_id = l.household_id where l.issued_fen > 0
      ),
      first_of_year as (
        select distinct on (household_id, extract(year from issued_on))
          household_id, issued_on, county_on(county, residence, issued_on) as county
        from l
        order by household_id, extract(year from issued_on), issued_on, id
      ),
      issued as (
        select household_id,
          jsonb_agg(
            jsonb_build_object('period', extract(year from issued_on)::text, 'county', county, 'from', issued_on)
            order by issued_on) as years
        from first_of_year
        group by household_id
      ),
      owed as (
        select l.household_id, l.issued_on, l.id, p.county, range_agg(daterange(p.owed_from, p.until)) as days
        from l
        join loan_position p on p.loan_id = l.id
        where p.owed_from < coalesce(p.until, 'infinity')
        group by l.household_id, l.issued_on, l.id, p.county
      ),
      counted as (
        select household_id, county,
          days - coalesce(
            range_agg(days) over (
              partition by household_id order by issued_on, id, county
              rows between unbounded preceding and 1 preceding),
            '{}') as days
        from owed
      ),
      spans as (
        select household_id, county, unnest(range_agg(days)) as span
        from counted
        group by household_id, county
      ),
      overdue as (
        select household_id,
          jsonb_agg(
            jsonb_strip_nulls(jsonb_build_object('county', county, 'from', lower(span), 'until', upper(span)))
            order by lower(span)) as days
        from spans
        group by household_id
      ),
      told as (
        select t.household_id, coalesce(i.years, '[]') as issued, coalesce(o.days, '[]') as overdue
        from touched_household t
        left join issued i using (household_id)
        left join overdue o using (household_id)
      ),
      changed_household as (
        merge into household h
        using told t on h.id = t.household_id
        when matched and (h.issued, h.overdue) is distinct from (t.issued, t.overdue) then update set
          issued = t.issued, overdue = t.overdue, version = h.version + 1, business_date = :day,
          recorded_at = now()
        when not matched then insert (id, issued, overdue, version, business_date)
        values (t.household_id, t.issued, t.overdue, 1, :day)
        returning h.id, household_event(h) as payload
      )
      insert into outbox (topic, key, type, payload, traceparent)
      select 'credit.household.v1', id, 'io.countypulse.credit.household.v1', payload, :traceparent
      from changed_household
      """;

  private LoanUpdate() {}

  /**
   * Brings loans and households up to date and writes their events. The database is told how much
   * has changed: by what it knew before it would go through all loans for each, or for a few.
   *
   * @param day business date of the newest position behind the change
   */
  public static void publish(JdbcClient jdbc, LocalDate day, @Nullable String traceparent) {
    boolean many = jdbc.sql("select count(*) > 500 from changed").query(Boolean.class).single();
    plan(jdbc, many);
    if (many) {
      jdbc.sql("analyze loan_position (loan_id, day, until, bank)").update();
    }
    FreshLoans fresh = new FreshLoans(jdbc, day, traceparent);
    jdbc.sql(HOUSEHOLDS).update();
    fresh.publish();
    jdbc.sql(LOANS).param("day", day).update();
    jdbc.sql(WITHDRAWN).param("day", day).update();
    jdbc.sql("analyze touched_household").update();
    if (many) {
      jdbc.sql("analyze loan (id, household_id)").update();
    }
    jdbc.sql(PUBLISH_LOANS).param("traceparent", traceparent).update();
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('credit_household', 0))")
        .query((_, _) -> true)
        .single();
    fresh.publishHouseholds();
    jdbc.sql(PUBLISH_HOUSEHOLDS).param("day", day).param("traceparent", traceparent).update();
  }

  /** Few are looked up one by one, many are gone through with all of a table. */
  private static void plan(JdbcClient jdbc, boolean many) {
    jdbc.sql("select set_config('enable_nestloop', ?, true)")
        .param(many ? "off" : "on")
        .query((_, _) -> true)
        .single();
  }
}
