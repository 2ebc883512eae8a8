package io.countypulse.subsidy.cases;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings cases up to date with the facts behind them and publishes them, within the running
 * transaction; the households they belong to, or did, are told of with them. Whoever changes facts
 * of cases puts these into the temporary table {@code touched_case (id, day, former_household)};
 * the day is the business date the change speaks for.
 */
public final class CaseUpdate {

  private static final String TOUCHED =
      "create temporary table if not exists touched_case (id text collate \"C\" not null, day date not null,"
          + " former_household text collate \"C\")"
          + " on commit drop";

  /**
   * Where a case stands follows from its payments, its entitlement and the last deed; one paid in
   * part may be on its way to the rest. Payments and deeds are looked up case by case through their
   * indexes: row security makes the planner expect next to none, and loop over all of them.
   */
  private static final String STAND =
      """
      with touched as (select id, max(day) as day from touched_case group by id),
      standing as (
        select c.id, t.day, p.paid_from, coalesce(p.paid_fen, 0) as paid_fen, d.on_day,
          coalesce(c.entitled_from, c.detected_on) as detected_on,
          case when c.entitled_from is null and p.paid_from is null then coalesce(c.withdrawn_on, t.day) end
            as withdrawn_on,
          case
            when p.paid_fen < c.entitled_fen and d.step in ('APPROVED', 'IN_BATCH') then d.step
            when p.paid_from is not null then 'PAID'
            when c.entitled_from is null and coalesce(d.step, '') not in ('IN_BATCH', 'REFUSED', 'WITHDRAWN')
              then 'WITHDRAWN'
            else coalesce(d.step, 'DETECTED')
          end as step,
          d.step as done
        from touched t
        join subsidy_case c on c.id = t.id
        left join lateral (
          select min(paid_on) as paid_from, sum(fen)::int8 as paid_fen
          from case_payment
          where case_id = t.id and returned_on is null
        ) as p on true
        left join lateral (
          select step, on_day from case_step where case_id = t.id order by place desc limit 1
        ) as d on true
      )
      update subsidy_case c set
        paid_from = s.paid_from, paid_fen = s.paid_fen, detected_on = s.detected_on,
        withdrawn_on = s.withdrawn_on, step = s.step, version = c.version + 1, business_date = s.day,
        recorded_at = now(),
        step_from = case
          when s.step = s.done then s.on_day
          when s.step = 'PAID' then s.paid_from
          when s.step = 'WITHDRAWN' then s.withdrawn_on
          else s.detected_on
        end
      from standing s
      where c.id = s.id
      """;

  private static final String PUBLISH =
      """
      insert into outbox (topic, key, type, payload, traceparent)
      select 'subsidy.case.v1', c.id, 'io.countypulse.subsidy.case.v1',
        case_event(c, p.payments, d.deeds, d.first_day, d.last_step, d.last_day), :traceparent
      from (select distinct id from touched_case) as t
      join subsidy_case c on c.id = t.id
      left join lateral (
        select string_agg(
            '{"date":"' || paid_on || '","amount":"' || yuan(fen) || '"'
              || case when term <> '' then ',"term":' || to_json(term) else '' end
              || coalesce(',"returned":"' || returned_on || '"', '') || '}',
            ',' order by paid_on, term, id) as payments
        from case_payment
        where case_id = t.id
      ) as p on true
      left join lateral (
        select min(on_day) as first_day, max(on_day) as last_day,
          (array_agg(step order by place desc))[1] as last_step,
          string_agg('{"from":"' || on_day || '","step":"' || step || '"}', ',' order by place) as deeds
        from case_step
        where case_id = t.id
      ) as d on true
      """;

  private static final String HOUSEHOLDS =
      """
      select tell_households(array_agg(h.id), array_agg(t.day), :traceparent)
      from touched_case t
      join subsidy_case c on c.id = t.id
      cross join lateral (values (c.household_id), (t.former_household)) as h (id)
      where h.id is not null
      """;

  private CaseUpdate() {}

  /** Waits for other writers of many cases, and makes room for what is touched. */
  public static void begin(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('subsidy_case', 0))")
        .query((_, _) -> true)
        .single();
    jdbc.sql(TOUCHED).update();
  }

  /**
   * Says where the touched cases stand now, raises their versions and writes their events.
   *
   * @return how many there are
   */
  public static int publish(JdbcClient jdbc, @Nullable String traceparent) {
    jdbc.sql("analyze touched_case").update();
    int touched = jdbc.sql(STAND).update();
    if (touched > 0) {
      jdbc.sql(PUBLISH).param("traceparent", traceparent).update();
      jdbc.sql(HOUSEHOLDS).param("traceparent", traceparent).query((_, _) -> true).single();
    }
    jdbc.sql("truncate touched_case").update();
    return touched;
  }
}
