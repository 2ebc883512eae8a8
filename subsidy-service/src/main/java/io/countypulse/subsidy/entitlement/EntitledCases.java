package io.countypulse.subsidy.entitlement;

import io.countypulse.subsidy.cases.CaseUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings cases into line with what somebody is entitled to: all of it is told each time, so what is
 * not told any more is no longer held. Works on two temporary tables of the running transaction:
 * {@code told_subject (programme, subject_id, household_id, county, residence, day)}, for each of
 * which {@code told_case (programme, subject_id, period, entitled_from, fen)} says everything.
 */
final class EntitledCases {

  private static final String TABLES =
      """
      create temporary table told_subject (
        programme text collate "C", subject_id text collate "C", household_id text collate "C",
        county text collate "C", residence jsonb, day date) on commit drop;
      create temporary table told_case (
        programme text collate "C", subject_id text collate "C", period int4, entitled_from date, fen int8)
        on commit drop;
      """;

  private static final String ENTITLED =
      """
      with changed as (
        insert into subsidy_case as c (
          id, programme, subject_id, period, household_id, county, residence, entitled_from, entitled_fen)
        select concat_ws('|', e.programme, e.subject_id, e.period), e.programme, e.subject_id, e.period,
          s.household_id, s.county, s.residence, e.entitled_from, e.fen
        from told_case e
        join told_subject s using (programme, subject_id)
        order by 1
        on conflict (id) do update set
          household_id = excluded.household_id, county = excluded.county, residence = excluded.residence,
          entitled_from = excluded.entitled_from, entitled_fen = excluded.entitled_fen
        where (c.household_id, c.county, c.residence, c.entitled_from, c.entitled_fen) is distinct from
          (excluded.household_id, excluded.county, excluded.residence, excluded.entitled_from, excluded.entitled_fen)
        returning c.id, c.programme, c.subject_id, old.household_id as former_household
      )
      insert into touched_case
      select c.id, s.day, c.former_household from changed c join told_subject s using (programme, subject_id)
      """;

  /**
   * What entitled is no longer there; and what a file alone knows of moves with the person. {@code
   * not in} is looked up in a hash whatever the planner expects, which row security makes too
   * little.
   */
  private static final String NOT_ENTITLED =
      """
      with changed as (
        update subsidy_case c set
          household_id = s.household_id, county = s.county, residence = s.residence, entitled_from = null,
          entitled_fen = null
        from told_subject s
        where (c.subject_id, c.programme) = (s.subject_id, s.programme)
          and c.id not in (select concat_ws('|', programme, subject_id, period) from told_case)
          and (c.entitled_from is not null or (c.household_id, c.county, c.residence)
            is distinct from (s.household_id, s.county, s.residence))
        returning c.id, s.day, old.household_id
      )
      insert into touched_case select * from changed
      """;

  private EntitledCases() {}

  /** Waits for other writers of cases, and makes room for what is to be told. */
  static void begin(JdbcClient jdbc) {
    CaseUpdate.begin(jdbc);
    jdbc.sql(TABLES).update();
  }

  /** Changes the cases that differ from what was told, and publishes them. */
  static void apply(JdbcClient jdbc, @Nullable String traceparent) {
    jdbc.sql("analyze told_subject (programme, subject_id), told_case (subject_id)").update();
    jdbc.sql(ENTITLED).update();
    jdbc.sql(NOT_ENTITLED).update();
    CaseUpdate.publish(jdbc, traceparent);
  }
}
