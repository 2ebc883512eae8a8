package io.countypulse.subsidy.student;

import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.subsidy.cases.CaseUpdate;
import io.countypulse.subsidy.intake.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies a staged students file as sets: the rows of a student and school year replace what an
 * earlier file told of them, and the case follows.
 */
final class StudentsImport {

  private static final String ELSEWHERE =
      """
      with refused as (
        delete from staged_student s
        using cases_elsewhere(
          array(select distinct concat_ws('|', 'YULU', person_id, school_year) from staged_student)) as other
        where other.id = concat_ws('|', 'YULU', s.person_id, s.school_year)
        returning s.line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'PERSON_IN_OTHER_COUNTY', '人编号', '该学生登记在其他县（市）区，请交由该县导入',
        'The student is registered in another county'
      from refused
      """;

  private static final String CONTRADICTED =
      """
      with rival as (
        select person_id, school_year, min(line) as first_line, max(line) as last_line
        from staged_student
        group by person_id, school_year
        having count(distinct (county, household_id)) > 1 or (bool_or(term = '') and bool_or(term <> ''))
        union
        select person_id, school_year, min(line), max(line)
        from staged_student
        group by person_id, school_year, term
        having count(distinct (amount_fen, paid_fen, paid_on)) > 1
      ),
      removed as (
        delete from staged_student s using rival r
        where (s.person_id, s.school_year) = (r.person_id, r.school_year)
        returning s.line, r.first_line, r.last_line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'STUDENT_CONTRADICTED', '人编号',
        '第 ' || first_line || ' 行与第 ' || last_line || ' 行同一学生同一学年（学期）而内容不同，请保留一行',
        'Lines ' || first_line || ' and ' || last_line || ' tell different things of a student and school year'
      from removed
      """;

  private static final String MOVED =
      """
      with refused as (
        delete from staged_student s using subsidy_case c
        where c.id = concat_ws('|', 'YULU', s.person_id, s.school_year) and c.county <> s.county
        returning s.line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'COUNTY_CHANGED', '县（市）区', '与登记的县（市）区不同，请核对',
        'The county differs from the one on record'
      from refused
      """;

  private static final String DUPLICATES =
      """
      delete from staged_student s using staged_student later
      where (s.person_id, s.school_year, s.term) = (later.person_id, later.school_year, later.term)
        and s.line < later.line
      """;

  private static final String CHANGED =
      """
      create temporary table changed_grant (
        person_id text collate "C", school_year int4, county text, added boolean) on commit drop
      """;

  /** Rows by term replace one for the whole year, and the other way round. */
  private static final String SUPERSEDED =
      """
      with gone as (
        delete from student_grant g using staged_student s
        where (g.person_id, g.school_year) = (s.person_id, s.school_year) and (g.term = '') <> (s.term = '')
        returning g.person_id, g.school_year
      )
      insert into changed_grant (person_id, school_year) select * from gone
      """;

  private static final String GRANTS =
      """
      with changed as (
        merge into student_grant g
        using (select * from staged_student order by person_id, school_year, term) s
          on (g.person_id, g.school_year, g.term) = (s.person_id, s.school_year, s.term)
        when matched and (g.county, g.household_id, g.school, g.stage, g.amount_fen, g.paid_fen, g.paid_on)
          is distinct from (s.county, s.household_id, s.school, s.stage, s.amount_fen, s.paid_fen, s.paid_on)
        then update set
          county = s.county, household_id = s.household_id, school = s.school, stage = s.stage,
          amount_fen = s.amount_fen, paid_fen = s.paid_fen, paid_on = s.paid_on, import_id = :import
        when not matched then insert (
          person_id, school_year, term, county, household_id, school, stage, amount_fen, paid_fen, paid_on,
          import_id)
        values (
          s.person_id, s.school_year, s.term, s.county, s.household_id, s.school, s.stage, s.amount_fen,
          s.paid_fen, s.paid_on, :import)
        returning g.person_id, g.school_year, g.county, merge_action() = 'INSERT' as added
      )
      insert into changed_grant select * from changed
      """;

  /** Entitled from 1 September to what the rows tell, or else to what the programme grants. */
  private static final String CASES =
      """
      with told as (
        select g.person_id, g.school_year, make_date(g.school_year, 9, 1) as begins, min(g.county) as county,
          min(g.household_id) as household_id, sum(g.amount_fen)::int8 as fen
        from student_grant g
        where (g.person_id, g.school_year) in (select person_id, school_year from changed_grant)
        group by g.person_id, g.school_year
      ),
      changed as (
        insert into subsidy_case as c (
          id, programme, subject_id, period, household_id, county, told_county, entitled_from, entitled_fen)
        select concat_ws('|', 'YULU', person_id, school_year), 'YULU', person_id, school_year, household_id, county,
          county, begins, coalesce(fen, programme_fen('YULU', begins))
        from told
        order by 1
        on conflict (id) do update set
          household_id = excluded.household_id, told_county = excluded.told_county,
          entitled_from = excluded.entitled_from, entitled_fen = excluded.entitled_fen,
          county = case when :correct then excluded.county
            else coalesce(
              residence_moved(c.county, c.residence, excluded.county, :asOf) -> -1 ->> 'county', c.county) end,
          residence = case when not :correct then residence_moved(c.county, c.residence, excluded.county, :asOf) end
        where (c.household_id, c.told_county, c.entitled_from, c.entitled_fen) is distinct from
          (excluded.household_id, excluded.told_county, excluded.entitled_from, excluded.entitled_fen)
        returning c.id, old.household_id as former_household
      )
      insert into touched_case select id, :asOf, former_household from changed
      """;

  private static final String TOLD_PAYMENTS =
      """
      with told as (
        select concat_ws('|', 'YULU', g.person_id, g.school_year) as case_id, g.term, g.paid_on, g.paid_fen as fen
        from student_grant g
        where (g.person_id, g.school_year) in (select person_id, school_year from changed_grant)
          and g.paid_fen is not null
      ),
      """;

  private static final String PAYMENTS_GONE =
      TOLD_PAYMENTS
          + """
          gone as (
            delete from case_payment p
            where p.import_id is not null
              and p.case_id in (select concat_ws('|', 'YULU', person_id, school_year) from changed_grant)
              and not exists (
                select from told t
                where (t.case_id, t.term, t.paid_on, t.fen) = (p.case_id, p.term, p.paid_on, p.fen))
            returning p.case_id
          )
          insert into touched_case select case_id, :asOf from gone
          """;

  /** What was paid here, and is told back by the file, is there already. */
  private static final String PAYMENTS =
      TOLD_PAYMENTS
          + """
          paid as (
            insert into case_payment (case_id, term, paid_on, fen, import_id)
            select case_id, term, paid_on, fen, :import from told t
            where not exists (
              select from case_payment p
              where p.case_id = t.case_id and p.term = t.term and p.returned_on is null)
            returning case_id
          )
          insert into touched_case select case_id, :asOf from paid
          """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  StudentsImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  Applied apply() {
    CaseUpdate.begin(jdbc);
    refuse(ELSEWHERE);
    refuse(CONTRADICTED);
    if (context.countyChange() == CountyChange.REFUSE) {
      refuse(MOVED);
    }
    int duplicates = jdbc.sql(DUPLICATES).update();
    int told = count("select count(*) from staged_student");
    jdbc.sql(CHANGED).update();
    jdbc.sql(SUPERSEDED).update();
    jdbc.sql(GRANTS).param("import", context.importId()).update();
    jdbc.sql("analyze changed_grant").update();
    bringCasesUpToDate();
    Map<String, Integer> flags = new HashMap<>();
    flags.put("DUPLICATE_ROW", duplicates);
    flags.put("IDENTITY_DIFFERS", Named.remember(jdbc, "staged_student"));
    flags.put("HOUSEHOLD_UNKNOWN", strangers());
    flags.values().removeIf(rows -> rows == 0);
    List<Change> changes = changes();
    int applied = changes.stream().mapToInt(change -> change.added() + change.changed()).sum();
    return new Applied(applied, told - applied, duplicates, flags, changes);
  }

  private void bringCasesUpToDate() {
    jdbc.sql(CASES)
        .param("asOf", context.asOf())
        .param("correct", context.countyChange() == CountyChange.CORRECT)
        .update();
    jdbc.sql(PAYMENTS_GONE).param("asOf", context.asOf()).update();
    jdbc.sql(PAYMENTS).param("asOf", context.asOf()).param("import", context.importId()).update();
    CaseUpdate.publish(jdbc, traceparent);
  }

  private void refuse(String sql) {
    jdbc.sql(sql).param("import", context.importId()).update();
  }

  /** Rows of households employment has not told of yet; the flag of their cases clears with it. */
  private int strangers() {
    return count(
        """
        select count(*) from staged_student s
        where not exists (select from covered_household h where h.id = s.household_id)
        """);
  }

  private List<Change> changes() {
    return jdbc.sql(
            """
            select county, count(*) filter (where added)::int4 as added,
              count(*) filter (where not added)::int4 as changed
            from changed_grant
            where added is not null
            group by county
            order by county
            """)
        .query(Change.class)
        .list();
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
