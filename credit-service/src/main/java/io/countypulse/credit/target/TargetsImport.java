package io.countypulse.credit.target;

import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.ImportContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies a staged targets file as sets. */
final class TargetsImport {

  private static final String CONTRADICTED =
      """
      with rival as (
        select county, year, min(line) as first_line, max(line) as last_line
        from staged_target
        group by county, year
        having count(distinct (value, deadline)) > 1
      ),
      removed as (
        delete from staged_target s using rival r where s.county = r.county and s.year = r.year
        returning s.line, r.first_line, r.last_line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'TARGET_CONTRADICTED', '目标值',
        '第 ' || first_line || ' 行与第 ' || last_line || ' 行同县同年度而目标不同，请保留一行',
        'Lines ' || first_line || ' and ' || last_line || ' set different targets for the same county and year'
      from removed
      """;

  private static final String DUPLICATES =
      """
      delete from staged_target s using staged_target later
      where s.county = later.county and s.year = later.year and s.line < later.line
      """;

  /** The first target of a year counts from 1 January, a change from its own date. */
  private static final String TARGETS =
      """
      with told as (
        select s.county, s.year, s.value, s.deadline,
          greatest(:asOf, make_date(s.year, 1, 1)) as since
        from staged_target s
        left join target known using (county, year)
        where known.county is not null or s.value is not null
        order by county, year
      ),
      changed as (
        merge into target as t
        using told on t.county = told.county and t.year = told.year
        when matched and (
          t.deadline <> told.deadline or target_on(t.history, told.since) is distinct from told.value)
        then update set
          deadline = told.deadline, version = t.version + 1, business_date = :asOf, recorded_at = now(),
          import_id = :import,
          history = case
            when target_on(t.history, told.since) is distinct from told.value
              then target_changed(t.history, told.since, told.value)
            else t.history
          end
        when not matched then insert (
          county, year, deadline, history, version, business_date, import_id)
        values (
          told.county, told.year, told.deadline,
          target_changed('[]', make_date(told.year, 1, 1), told.value), 1, :asOf, :import)
        returning t.county, t.year, t.version = 1 as added, target_event(t) as payload
      ),
      published as (
        insert into outbox (topic, key, type, payload, traceparent)
        select 'credit.target.v1', concat_ws('|', county, 'MICROCREDIT', year),
          'io.countypulse.credit.target.v1', payload, :traceparent
        from changed
      )
      select county, count(*) filter (where added) as added, count(*) filter (where not added) as changed
      from changed
      group by county
      order by county
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  TargetsImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  Applied apply() {
    jdbc.sql(CONTRADICTED).param("import", context.importId()).update();
    int duplicates = jdbc.sql(DUPLICATES).update();
    int told = jdbc.sql("select count(*) from staged_target").query(Integer.class).single();
    List<Change> changes =
        jdbc.sql(TARGETS)
            .param("asOf", context.asOf())
            .param("import", context.importId())
            .param("traceparent", traceparent)
            .query(Change.class)
            .list();
    int applied = changes.stream().mapToInt(change -> change.added() + change.changed()).sum();
    return new Applied(
        applied,
        told - applied,
        duplicates,
        duplicates == 0 ? Map.of() : Map.of("DUPLICATE_ROW", duplicates),
        changes);
  }
}
