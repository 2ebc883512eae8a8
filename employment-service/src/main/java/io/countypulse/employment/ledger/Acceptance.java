package io.countypulse.employment.ledger;

import io.countypulse.employment.worker.PeopleRestated;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.time.BusinessDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes over what the other system says: the people concerned are restated with its values and
 * applied as a workers file of the compared day would be, all at once.
 */
@Component
class Acceptance {

  /** Of the open differences asked for; somebody only here has no value to take over. */
  private static final String ASKED =
      """
      create temporary table accepting on commit drop as
      select d.* from ledger_difference d
      where d.report_id = :report and d.state = 'OPEN' and d.kind <> 'ONLY_HERE'
        and (:everything or d.number = any (:numbers::int4[]))
        and (:county::text is null or d.county = :county)
        and (:kind::text is null or d.kind = :kind)
      order by d.number
      for update
      """;

  /** Somebody only there can be registered if the export tells what a workers file would. */
  private static final String INCOMPLETE =
      """
      delete from accepting
      where kind = 'ONLY_THERE'
        and (person_id is null or personal_encrypted is null or theirs ->> 'householdId' is null)
      returning number
      """;

  /**
   * A spell there that covers the day stands in for one here of the same employer and start; work
   * that has ended there ends here on the day told, or on the compared one. A line is the number of
   * the difference and, in its last two digits, the place of the spell.
   */
  private static final String RESTATED =
      """
      with concerned as (
        select a.*, 'WORKING' = any (a.fields) as turns, (a.theirs ->> 'working')::boolean as works,
          coalesce((a.theirs ->> 'start')::date, :day::date) as their_start, (a.theirs ->> 'end')::date as their_end
        from accepting a
      ),
      person as (
        select c.number, w.person_id, w.household_id,
          case when 'COUNTY' = any (c.fields) then c.theirs ->> 'county' else county_on(w.county, w.residence, :day) end
            as county,
          w.township, w.village, w.category, w.labour, w.wish_to_work, w.personal_encrypted, w.personal_digest,
          w.identity_hash, w.namesake
        from concerned c
        join worker w on w.person_id = c.person_id
        where c.kind = 'DIFFERS'
        union all
        select c.number, c.person_id, c.theirs ->> 'householdId', c.theirs ->> 'county', c.theirs ->> 'township',
          c.theirs ->> 'village', c.theirs ->> 'category', c.theirs ->> 'labour', null, c.personal_encrypted,
          c.personal_digest, c.identity_hash, null
        from concerned c
        where c.kind = 'ONLY_THERE'
      ),
      kept as (
        select c.number, told.place, (told.spell ->> 'start')::date as start_day,
          case
            when c.turns and not c.works and days @> :day::date
              then greatest((told.spell ->> 'start')::date, least(coalesce(c.their_end, :day::date), :day::date))
            else (told.spell ->> 'end')::date
          end as end_day,
          case when decides and 'AREA' = any (c.fields) then c.theirs ->> 'area' else told.spell ->> 'area' end as area,
          case when decides and 'PROVINCE' = any (c.fields) then c.theirs ->> 'province'
            else told.spell ->> 'province' end as province,
          told.spell ->> 'post' as post, w.workplaces -> (told.place::int4 - 1) as workplace
        from concerned c
        join worker w on w.person_id = c.person_id and c.kind = 'DIFFERS'
        cross join lateral json_array_elements(w.spells) with ordinality as told (spell, place)
        cross join lateral (
          select daterange((told.spell ->> 'start')::date, (told.spell ->> 'end')::date) as days,
            coalesce(spell_on(w.spells, :day) = told.place - 1, false) as decides) as facts
        where not (
          c.turns and c.works and (told.spell ->> 'start')::date = c.their_start
          and w.workplaces -> (told.place::int4 - 1) ->> 'employer' is not distinct from c.theirs ->> 'employer')
      ),
      begun as (
        select c.number, null::int8 as place, c.their_start as start_day, c.their_end as end_day,
          c.theirs ->> 'area' as area, c.theirs ->> 'province' as province, 'ORDINARY' as post,
          ('{"employer":' || coalesce(to_json(c.theirs ->> 'employer')::text, 'null') || ',"monthlyWage":null}')::json
            as workplace
        from concerned c
        where c.works and (c.turns or c.kind = 'ONLY_THERE')
      ),
      spells as (
        select * from kept union all select * from begun
      )
      select p.number * 100 + least(coalesce(s.place, 99), 99)::int4, p.person_id, p.household_id, p.county, p.township, p.village, p.category, p.labour,
        p.wish_to_work, p.personal_encrypted, p.personal_digest, p.identity_hash, p.namesake, s.start_day, s.end_day,
        s.area, s.workplace ->> 'employer', row_number() over (),
        case when s.start_day is not null then '{"start":"' || s.start_day || '"'
          || coalesce(',"end":"' || s.end_day || '"', '')
          || ',"area":' || coalesce('"' || s.area || '"', 'null')
          || ',"province":' || coalesce('"' || s.province || '"', 'null')
          || ',"post":' || coalesce('"' || s.post || '"', 'null') || '}' end,
        s.workplace::text
      from person p
      left join spells s on s.number = p.number
      order by p.number, s.start_day, s.place nulls last
      """;

  private static final String SETTLE =
      """
      update ledger_difference d
      set state = 'ACCEPTED', decided_by = :by, decided_at = now()
      from accepting a
      where d.report_id = :report and d.number = a.number
        and not exists (select from import_reject r where r.import_id = :change and r.line / 100 = a.number)
      """;

  private static final String REFUSED =
      """
      select a.number, any_value(r.code) as code, any_value(r.message) as message, any_value(r.message_en) as message_en
      from accepting a
      join import_reject r on r.import_id = :change and r.line / 100 = a.number
      group by a.number
      order by a.number
      """;

  private final JdbcClient jdbc;
  private final PeopleRestated people;
  private final BusinessDate businessDate;

  Acceptance(JdbcClient jdbc, PeopleRestated people, BusinessDate businessDate) {
    this.jdbc = jdbc;
    this.people = people;
    this.businessDate = businessDate;
  }

  /** Why one of them was not taken over. */
  record Refused(int number, String code, String message, String messageEn) {}

  /**
   * What became of the differences.
   *
   * @param incomplete numbers of people only there of whom the export does not tell enough
   */
  record Outcome(int accepted, List<Refused> refused, List<Integer> incomplete) {
    Outcome {
      refused = List.copyOf(refused);
      incomplete = List.copyOf(incomplete);
    }
  }

  /** Takes over what was asked for, in the running transaction. */
  Outcome accept(Caller caller, UUID report, LocalDate day, Decision asked) {
    UUID change = UUID.randomUUID();
    jdbc.sql(ASKED)
        .param("report", report)
        .param("everything", asked.everything())
        .param("numbers", asked.numberArray())
        .param("county", asked.countyCode())
        .param("kind", asked.kindName())
        .update();
    List<Integer> incomplete = jdbc.sql(INCOMPLETE).query(Integer.class).list();
    amend(caller, change, report);
    people.apply(
        new ImportContext(
            change, caller.scope(), day, CountyChange.MOVE, businessDate.today(), caller.actor()),
        RESTATED,
        Map.of("day", day));
    int accepted =
        jdbc.sql(SETTLE)
            .param("by", caller.name())
            .param("report", report)
            .param("change", change)
            .update();
    List<Refused> refused = jdbc.sql(REFUSED).param("change", change).query(Refused.class).list();
    return new Outcome(accepted, refused, incomplete);
  }

  private void amend(Caller caller, UUID change, UUID report) {
    jdbc.sql(
            "insert into amendment (id, action, subject, actor, business_date) values (?, ?, ?, ?, ?)")
        .params(change, "LEDGER_ACCEPTED", "ledger:" + report, caller.name(), businessDate.today())
        .update();
  }
}
