package io.countypulse.employment.worker;

import io.countypulse.employment.intake.Refusals;
import io.countypulse.employment.residence.Homes;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.ImportContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes people of staged rows ({@code staged_person}) and refuses those that cannot be applied as a
 * whole (DOMAIN.md § 4).
 */
final class StagedPeople {

  /** Rows of a person with the same employer and start: the same spell told twice. */
  private static final String REPEATED =
      """
      create temporary table repeated on commit drop as
      select person_id, start_day, employer, min(line) as first_line, max(line) as last_line,
        coalesce(min(spell) = max(spell) and min(workplace) = max(workplace), true) as alike
      from staged_worker
      where faults is null
        and spell_key in (select spell_key from staged_worker group by spell_key having count(*) > 1)
      group by person_id, start_day, employer
      having count(*) > 1
      """;

  private static final String CONTRADICTED_SPELLS =
      """
      insert into refusal (entity, line, code, field, message, message_en)
      select s.person_id, s.line, 'SPELL_CONTRADICTED', '开始日期',
        '第 ' || r.first_line || ' 行与第 ' || r.last_line || ' 行单位和开始日期相同而内容不同，请保留一行',
        'Lines ' || r.first_line || ' and ' || r.last_line
          || ' have the same employer and start but differ: keep one'
      from repeated r
      join staged_worker s on s.person_id = r.person_id
        and s.start_day is not distinct from r.start_day and s.employer is not distinct from r.employer
      where not r.alike and s.faults is null
      """;

  private static final String DUPLICATES =
      """
      create temporary table duplicate on commit drop as
      with dropped as (
        delete from staged_worker s using repeated r
        where r.alike and s.faults is null and s.line <> r.last_line and s.person_id = r.person_id
          and s.start_day is not distinct from r.start_day and s.employer is not distinct from r.employer
        returning s.line, s.person_id
      )
      select line, person_id as entity from dropped
      """;

  private static final String NO_DUPLICATES =
      "create temporary table duplicate (line int4, entity text) on commit drop";

  private static final String PEOPLE =
      """
      create temporary table staged_person on commit drop as
      select person_id, count(*)::int4 as rows,
        max(household_id) as household_id, max(county) as county, min(county) as other_county,
        max(township) as township, max(village) as village, max(category) as category, max(labour) as labour,
        bool_and(wish_to_work) as wish_to_work, max(personal_digest) as personal_digest,
        any_value(identity_hash) as identity_hash, any_value(namesake) as namesake, any_value(personal_encrypted) as personal_encrypted,
        coalesce('[' || string_agg(spell, ',' order by start_day, line) || ']', '[]') as spells,
        coalesce('[' || string_agg(published, ',' order by start_day, line) || ']', '[]') as published,
        person_id in (select person_id from workplace_person) as placed_by_hand,
        coalesce('[' || string_agg(workplace, ',' order by start_day, line) || ']', '[]') as workplaces,
        coalesce(range_agg(days) filter (where days is not null), '{}') as employed,
        coalesce(range_agg(days) filter (where area = 'OUT_OF_PROVINCE'), '{}') as out_of_province,
        sum(coalesce(end_day, '9999-12-31') - start_day) as days_told,
        concat_ws('、',
          case when min(household_id) <> max(household_id) then '户编号' end,
          case when min(personal_digest) <> max(personal_digest) then '姓名或证件号码' end,
          case when min(township) <> max(township) then '乡镇' end,
          case when min(village) <> max(village) then '行政村' end,
          case when min(category) <> max(category) then '户类型' end,
          case when min(labour) <> max(labour) then '劳动能力' end,
          case when bool_and(wish_to_work) <> bool_or(wish_to_work) then '就业意愿' end) as contradicted
      from (
        select *, case when start_day is not null then daterange(start_day, end_day) end as days,
          case when has_assisted_spells(spell)
            then assisted_spell(
              spell, workplace_id(spell::json ->> 'post', county, workplace::json ->> 'employer'),
              workplace::json ->> 'monthlyWage')
            else spell
          end as published
        from staged_worker
        where faults is null
      ) as told
      group by person_id
      """;

  /** People whose spells overlap: the days told are more than the days there are. */
  private static final String OVERLAPPING =
      """
      create temporary table overlapping on commit drop as
      select person_id, rows
      from staged_person
      where rows > 1
        and days_told > (
          select coalesce(sum(coalesce(upper(days), '9999-12-31') - lower(days)), 0) from unnest(employed) as days)
      """;

  /**
   * Of several spells that cover a day the last one told decides: it takes the day from the others.
   */
  private static final String DECIDED_DAYS =
      """
      update staged_person p
      set out_of_province = decided.out_of_province
      from (
        select person_id, coalesce(range_agg(days) filter (where area = 'OUT_OF_PROVINCE'), '{}') as out_of_province
        from (
          select person_id, area,
            datemultirange(daterange(start_day, end_day)) - coalesce(
              range_agg(daterange(start_day, end_day)) over (
                partition by person_id order by start_day, line
                rows between 1 following and unbounded following),
              '{}') as days
          from staged_worker
          where start_day is not null and person_id in (select person_id from overlapping)
        ) as spells
        group by person_id
      ) as decided
      where decided.person_id = p.person_id
      """;

  private static final String CONTRADICTED_PEOPLE =
      """
      insert into refusal (entity, code, message, message_en)
      select person_id, 'PERSON_CONTRADICTED', '同一人各行的' || contradicted || '不一致，请统一后重新导入',
        'The rows of this person disagree on household, name, number, village, category, labour or wish'
      from staged_person
      where contradicted <> ''
      """;

  private static final String HOUSEHOLDS_IN_TWO_COUNTIES =
      """
      insert into refusal (entity, code, field, message, message_en)
      select person_id, 'HOUSEHOLD_IN_TWO_COUNTIES', '县（市）区', '同一户的成员填报了不同的县（市）区，请核对后统一',
        'Members of one household are listed in different counties'
      from staged_person
      where county <> other_county or household_id in (select household_id from staged_home where contested)
      """;

  private static final String IN_OTHER_COUNTY =
      """
      insert into refusal (entity, code, message, message_en)
      select person_id, 'PERSON_IN_OTHER_COUNTY', '该人或其所在户登记在其他县（市）区，请联系市级部门调整',
        'The person or the household is registered in another county'
      from staged_person
      where person_id in (
        select elsewhere.person_id from people_elsewhere(array(select person_id from staged_person)) as elsewhere)
        or household_id in (
          select elsewhere.household_id
          from households_elsewhere(array(select household_id from staged_person)) as elsewhere)
      """;

  private static final String MERGED =
      """
      insert into refusal (entity, code, field, message, message_en)
      select p.person_id, 'PERSON_MERGED', '人编号', '该人已并入 ' || m.kept || '，请改用该人编号',
        'This person was merged into ' || m.kept || ': use that code'
      from merged_worker m
      join staged_person p on p.person_id = m.person_id and p.spells <> '[]'
      """;

  private static final String COUNTY_CHANGED =
      """
      insert into refusal (entity, code, field, message, message_en)
      select p.person_id, 'COUNTY_CHANGED', '县（市）区', '与登记的县（市）区不同，本次导入选择了不接受变更',
        'The county differs from the one on record, and this import refuses changes'
      from staged_person p
      join staged_home home on home.household_id = p.household_id
      left join worker w on w.person_id = p.person_id
      where home.moved or county_on(w.county, w.residence, :asOf) <> p.county
      """;

  private static final String NUMBERS_OF_OTHERS =
      """
      create temporary table number_of_other on commit drop as
      select taken.*
      from (select array_agg(identity_hash) as numbers, array_agg(person_id) as people from staged_person) as claims,
        numbers_of_others(numbers, people) as taken
      """;

  private static final String NUMBERS_CONTESTED =
      """
      select exists (select from number_of_other)
        or exists (select from staged_person group by identity_hash having count(*) > 1)
      """;

  /**
   * A number belongs to one person: its holder on record, unless this file gives that person
   * another. Each refusal may leave a number where it was, so this is asked until nothing changes.
   */
  private static final String NUMBERS_TAKEN =
      """
      with claim as (
        select identity_hash, person_id from staged_person p
        where not exists (select from refusal r where r.entity = p.person_id)
      ),
      contested as (
        select identity_hash from claim group by identity_hash having count(*) > 1
      )
      insert into refusal (entity, code, field, message, message_en)
      select person_id, 'IDENTITY_NUMBER_TAKEN', '证件号码', '该证件号码已登记在另一个人编号名下，请核对',
        'This identity number belongs to another person code'
      from claim c
      where exists (
          select from number_of_other o
          where o.identity_hash = c.identity_hash and o.holder <> c.person_id
            and not exists (select from claim k where k.person_id = o.holder and k.identity_hash <> o.identity_hash))
        or identity_hash in (select identity_hash from contested)
          and not exists (
            select from worker w where w.person_id = c.person_id and w.identity_hash = c.identity_hash)
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final Homes homes;

  StagedPeople(ImportContext context, JdbcClient jdbc, Homes homes) {
    this.context = context;
    this.jdbc = jdbc;
    this.homes = homes;
  }

  void prepare() {
    Refusals refusals = Refusals.of(context, jdbc, "staged_worker", "person_id");
    separateRepeats();
    jdbc.sql(PEOPLE).update();
    jdbc.sql("analyze staged_person (person_id, household_id, identity_hash)").update();
    homes.resolve("staged_person");
    jdbc.sql(CONTRADICTED_PEOPLE).update();
    jdbc.sql(HOUSEHOLDS_IN_TWO_COUNTIES).update();
    if (!(context.scope() instanceof CountyScope.City)) {
      jdbc.sql(IN_OTHER_COUNTY).update();
    }
    jdbc.sql(MERGED).update();
    if (context.countyChange() == CountyChange.REFUSE) {
      jdbc.sql(COUNTY_CHANGED).param("asOf", context.asOf()).update();
    }
    refuseTakenNumbers();
    if (refusals.write("同一人", "PERSON") > 0) {
      jdbc.sql("delete from staged_person p using refusal r where p.person_id = r.entity").update();
      homes.keepThoseOf("staged_person");
    }
    if (jdbc.sql(OVERLAPPING).update() > 0) {
      jdbc.sql(DECIDED_DAYS).update();
    }
  }

  private void separateRepeats() {
    int repeated = jdbc.sql(REPEATED).update();
    if (repeated > 0) {
      jdbc.sql(CONTRADICTED_SPELLS).update();
    }
    jdbc.sql(repeated > 0 ? DUPLICATES : NO_DUPLICATES).update();
  }

  private void refuseTakenNumbers() {
    jdbc.sql(NUMBERS_OF_OTHERS).update();
    if (jdbc.sql(NUMBERS_CONTESTED).query(Boolean.class).single()) {
      while (jdbc.sql(NUMBERS_TAKEN).update() > 0) {
        // A refused person keeps the number on record, which may be another's in this file.
      }
    }
  }
}
