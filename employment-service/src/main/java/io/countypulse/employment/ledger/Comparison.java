package io.countypulse.employment.ledger;

import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.ImportContext;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares a staged export with the register as sets, for the counties the export tells of. One
 * that tells of nobody out of work is compared with those in work only.
 */
final class Comparison {

  /** Somebody told by number only is found by it; whoever is not, is nobody we know. */
  private static final String THEIRS =
      """
      create temporary table theirs on commit drop as
      select person_key as person_id, min(line) as line, max(county) as county, bool_or(covers) as working,
        (array_agg(area order by start_day desc nulls last, line desc) filter (where covers))[1] as area,
        (array_agg(province order by start_day desc nulls last, line desc) filter (where covers))[1] as province,
        (array_agg(employer order by start_day desc nulls last, line desc) filter (where covers))[1] as employer,
        (array_agg(start_day order by start_day desc nulls last, line desc) filter (where covers))[1] as start_day,
        coalesce(
          (array_agg(end_day order by start_day desc nulls last, line desc) filter (where covers))[1],
          max(end_day) filter (where not covers and end_day <= :day)) as end_day,
        any_value(told_id) as told_id, any_value(identity_hash) as identity_hash,
        any_value(personal_encrypted) as personal_encrypted, any_value(personal_digest) as personal_digest,
        max(household_id) as household_id, max(township) as township, max(village) as village,
        max(category) as category, max(labour) as labour
      from (
        select s.*, s.person_id as told_id,
          coalesce(s.person_id, known.person_id, '#' || coalesce(encode(s.identity_hash, 'hex'), s.line::text))
            as person_key,
          coalesce(
            s.working,
            case
              when s.start_day is not null then s.start_day <= :day and coalesce(s.end_day > :day, true)
              else s.area is not null
            end) as covers
        from staged_ledger s
        left join worker known on s.person_id is null and known.identity_hash = s.identity_hash
      ) as told
      group by person_key
      """;

  private static final String OURS =
      """
      create temporary table ours on commit drop as
      select w.person_id, county_on(w.county, w.residence, :day) as county, w.employed @> :day::date as working,
        spell ->> 'area' as area, spell ->> 'province' as province, workplace ->> 'employer' as employer,
        (spell ->> 'start')::date as start_day, (spell ->> 'end')::date as end_day
      from worker w
      cross join lateral (
        select case when w.employed @> :day::date then spell_on(w.spells, :day::date) end as place) as decides
      cross join lateral (
        select w.spells -> decides.place as spell, w.workplaces -> decides.place as workplace) as decided
      where in_scope(w.county)
        and (
          county_on(w.county, w.residence, :day) in (select county from theirs)
          or w.person_id in (select person_id from theirs))
      """;

  /**
   * Compared is only what the other system tells: an area of somebody in work in both, for example.
   */
  private static final String COMPARED =
      """
      create temporary table compared on commit drop as
      select coalesce(o.person_id, t.told_id) as person_id, coalesce(o.county, t.county) as in_county,
        case when o.person_id is null then 'ONLY_THERE' when t.person_id is null then 'ONLY_HERE' else 'DIFFERS' end
          as kind,
        array_remove(
          array[
            case when o.county <> t.county then 'COUNTY' end,
            case when o.working <> t.working then 'WORKING' end,
            case when o.working and t.working and o.area is distinct from t.area and t.area is not null
              then 'AREA' end,
            case when o.working and t.working and o.province is distinct from t.province and t.province is not null
              then 'PROVINCE' end],
          null) as fields,
        case when o.person_id is not null then jsonb_strip_nulls(jsonb_build_object(
          'county', o.county, 'working', o.working, 'area', o.area, 'province', o.province, 'employer', o.employer,
          'start', o.start_day, 'end', o.end_day)) end as ours,
        case when t.person_id is not null then jsonb_strip_nulls(jsonb_build_object(
          'county', t.county, 'working', t.working, 'area', t.area, 'province', t.province, 'employer', t.employer,
          'start', t.start_day, 'end', t.end_day, 'householdId', t.household_id, 'township', t.township,
          'village', t.village, 'category', t.category, 'labour', t.labour)) end as theirs,
        t.personal_encrypted, t.personal_digest, t.identity_hash, t.line
      from ours o
      full join theirs t on t.person_id = o.person_id
      where t.person_id is not null or o.working or (select bool_or(not working) from theirs)
      """;

  private static final String REPORT =
      """
      insert into ledger_report (id, day, covers_all, compared_by)
      select :report, :day, coalesce(bool_or(not working), false), :by from theirs
      """;

  private static final String COUNTIES =
      """
      insert into ledger_county (report_id, county, agreeing, only_here, only_there, differing)
      select :report, in_county, count(*) filter (where kind = 'DIFFERS' and fields = '{}'),
        count(*) filter (where kind = 'ONLY_HERE'), count(*) filter (where kind = 'ONLY_THERE'),
        count(*) filter (where kind = 'DIFFERS' and fields <> '{}')
      from compared
      group by in_county
      """;

  private static final String DIFFERENCES =
      """
      insert into ledger_difference (
        report_id, number, person_id, kind, county, fields, ours, theirs, personal_encrypted, personal_digest,
        identity_hash)
      select :report, row_number() over (order by in_county, kind, person_id, line), person_id, kind, in_county,
        fields, ours, theirs,
        case when kind = 'ONLY_THERE' then personal_encrypted end,
        case when kind = 'ONLY_THERE' then personal_digest end,
        case when kind = 'ONLY_THERE' then identity_hash end
      from compared
      where kind <> 'DIFFERS' or fields <> '{}'
      """;

  private static final String CHANGES =
      """
      select county, 0 as added, count(*) as changed from ledger_difference
      where report_id = :report
      group by county
      order by county
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;

  Comparison(ImportContext context, JdbcClient jdbc) {
    this.context = context;
    this.jdbc = jdbc;
  }

  Applied apply() {
    jdbc.sql("set local work_mem = '128MB'").update();
    jdbc.sql(THEIRS).param("day", context.asOf()).update();
    jdbc.sql("analyze theirs").update();
    jdbc.sql(OURS).param("day", context.asOf()).update();
    jdbc.sql("analyze ours").update();
    jdbc.sql(COMPARED).update();
    jdbc.sql(REPORT)
        .param("report", context.importId())
        .param("day", context.asOf())
        .param("by", context.importer().name())
        .update();
    jdbc.sql(COUNTIES).param("report", context.importId()).update();
    jdbc.sql(DIFFERENCES).param("report", context.importId()).update();
    List<Change> changes =
        jdbc.sql(CHANGES).param("report", context.importId()).query(Change.class).list();
    int rows = jdbc.sql("select count(*) from staged_ledger").query(Integer.class).single();
    return new Applied(rows, 0, 0, Map.of(), changes);
  }
}
