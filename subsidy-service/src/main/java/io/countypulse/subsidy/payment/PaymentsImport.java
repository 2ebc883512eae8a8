package io.countypulse.subsidy.payment;

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
 * Applies a staged transport payments file as sets. Facts come before entitlement now and then: the
 * case is there from then on, with its payment, and waits for employment's event.
 */
final class PaymentsImport {

  /** Where employment knows the person to live decides; else where the case stands. */
  private static final String ELSEWHERE =
      """
      with elsewhere as (
        select s.line from staged_payment s
        join cases_elsewhere(array(select distinct concat_ws('|', 'TRANSPORT', person_id, year) from staged_payment))
          as other on other.id = concat_ws('|', 'TRANSPORT', s.person_id, s.year)
        union
        select s.line from staged_payment s
        join person p on p.id = s.person_id
        where current_setting('pulse.counties', true) <> '*'
          and p.county <> all (string_to_array(current_setting('pulse.counties', true), ','))
      ),
      refused as (
        delete from staged_payment s using elsewhere e where s.line = e.line returning s.line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'PERSON_IN_OTHER_COUNTY', '人编号', '该人登记在其他县（市）区，请交由该县导入',
        'The person is registered in another county'
      from refused
      """;

  private static final String CONTRADICTED =
      """
      with rival as (
        select person_id, year, min(line) as first_line, max(line) as last_line
        from staged_payment
        group by person_id, year
        having count(distinct (county, fen, paid_on)) > 1
      ),
      removed as (
        delete from staged_payment s using rival r where (s.person_id, s.year) = (r.person_id, r.year)
        returning s.line, r.first_line, r.last_line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'PAYMENT_CONTRADICTED', '人编号',
        '第 ' || first_line || ' 行与第 ' || last_line || ' 行同一人同一年度而内容不同，请保留一行',
        'Lines ' || first_line || ' and ' || last_line || ' tell different payments of a person and year'
      from removed
      """;

  private static final String MOVED =
      """
      with refused as (
        delete from staged_payment s using subsidy_case c
        where c.id = concat_ws('|', 'TRANSPORT', s.person_id, s.year) and c.county <> s.county
        returning s.line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'COUNTY_CHANGED', '县（市）区', '与登记的县（市）区不同，请核对',
        'The county differs from the one on record'
      from refused
      """;

  private static final String DUPLICATES =
      """
      delete from staged_payment s using staged_payment later
      where (s.person_id, s.year) = (later.person_id, later.year) and s.line < later.line
      """;

  private static final String CASES =
      """
      with told as (
        select concat_ws('|', 'TRANSPORT', s.person_id, s.year) as id, s.*, p.id is not null as known, p.household_id,
          p.county as home, p.residence
        from staged_payment s
        left join person p on p.id = s.person_id
        where s.fen > 0
        order by 1
      ),
      changed as (
        merge into subsidy_case c using told t on c.id = t.id
        when matched and (c.told_county is distinct from t.county) then update set
          told_county = t.county,
          residence = case
            when t.known then c.residence
            when not :correct then residence_moved(c.county, c.residence, t.county, :asOf)
          end,
          county = case
            when t.known then c.county
            when :correct then t.county
            else coalesce(residence_moved(c.county, c.residence, t.county, :asOf) -> -1 ->> 'county', c.county)
          end
        when not matched then insert (
          id, programme, subject_id, period, household_id, county, residence, told_county)
        values (
          t.id, 'TRANSPORT', t.person_id, t.year, t.household_id, coalesce(t.home, t.county), t.residence, t.county)
        returning c.id, t.known
      )
      insert into touched_case select id, :asOf from changed where not known
      """;

  private static final String PAYMENTS_GONE =
      """
      with gone as (
        delete from case_payment p using staged_payment s
        where p.case_id = concat_ws('|', 'TRANSPORT', s.person_id, s.year) and p.import_id is not null
          and (p.paid_on, p.fen) is distinct from (s.paid_on, s.fen)
        returning p.case_id
      )
      insert into touched_case select case_id, :asOf from gone
      """;

  /** What was paid here, and is told back by the file, is there already. */
  private static final String PAYMENTS =
      """
      with paid as (
        insert into case_payment (case_id, paid_on, fen, import_id)
        select concat_ws('|', 'TRANSPORT', s.person_id, s.year), s.paid_on, s.fen, :import
        from staged_payment s
        where s.fen > 0 and not exists (
          select from case_payment p
          where p.case_id = concat_ws('|', 'TRANSPORT', s.person_id, s.year) and p.returned_on is null)
        returning case_id
      )
      insert into touched_case select case_id, :asOf from paid
      """;

  /** Touched for the first time, or not: what a file changed, county by county. */
  private static final String CHANGES =
      """
      select c.county, count(*) filter (where c.version = 0)::int4 as added,
        count(*) filter (where c.version > 0)::int4 as changed
      from subsidy_case c
      where c.id in (select id from touched_case)
      group by c.county
      order by c.county
      """;

  private static final String FLAGS =
      """
      select
        count(*) filter (where c.entitled_from is null)::int4 as not_entitled,
        count(*) filter (where s.fen > c.entitled_fen)::int4 as above,
        count(*) filter (where s.paid_on < c.entitled_from)::int4 as before,
        count(*) filter (where c.household_id is null)::int4 as stranger,
        count(*) filter (where s.county <> county_on(c.county, c.residence, s.paid_on))::int4 as elsewhere
      from staged_payment s
      join subsidy_case c on c.id = concat_ws('|', 'TRANSPORT', s.person_id, s.year)
      where s.fen > 0
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  PaymentsImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
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
    int told = jdbc.sql("select count(*) from staged_payment").query(Integer.class).single();
    jdbc.sql(CASES)
        .param("asOf", context.asOf())
        .param("correct", context.countyChange() == CountyChange.CORRECT)
        .update();
    jdbc.sql(PAYMENTS_GONE).param("asOf", context.asOf()).update();
    jdbc.sql(PAYMENTS).param("asOf", context.asOf()).param("import", context.importId()).update();
    List<Change> changes = jdbc.sql(CHANGES).query(Change.class).list();
    CaseUpdate.publish(jdbc, traceparent);
    Map<String, Integer> flags = flags();
    flags.put("DUPLICATE_ROW", duplicates);
    flags.put("IDENTITY_DIFFERS", Named.remember(jdbc, "staged_payment"));
    flags.values().removeIf(rows -> rows == 0);
    int applied = changes.stream().mapToInt(change -> change.added() + change.changed()).sum();
    return new Applied(applied, told - applied, duplicates, flags, changes);
  }

  private Map<String, Integer> flags() {
    return jdbc.sql(FLAGS)
        .query(
            (row, _) -> {
              Map<String, Integer> flags = new HashMap<>();
              flags.put("NOT_ENTITLED", row.getInt("not_entitled"));
              flags.put("PAID_ABOVE_AMOUNT", row.getInt("above"));
              flags.put("PAID_BEFORE_ENTITLED", row.getInt("before"));
              flags.put("HOUSEHOLD_UNKNOWN", row.getInt("stranger"));
              flags.put("COUNTY_DIFFERS", row.getInt("elsewhere"));
              return flags;
            })
        .single();
  }

  private void refuse(String sql) {
    jdbc.sql(sql).param("import", context.importId()).update();
  }
}
