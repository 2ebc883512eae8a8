package io.countypulse.subsidy.call;

import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.ImportContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies staged calls as sets: a later file replaces what an earlier one told of the same call.
 */
final class CallsImport {

  private static final String CONTRADICTED =
      """
      with rival as (
        select person_id, day, min(line) as first_line, max(line) as last_line
        from staged_call
        group by person_id, day
        having count(distinct (county, outcome, awareness)) > 1
      ),
      removed as (
        delete from staged_call s using rival r where s.person_id = r.person_id and s.day = r.day
        returning s.line, r.first_line, r.last_line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'CALL_CONTRADICTED', '结果',
        '第 ' || first_line || ' 行与第 ' || last_line || ' 行是同一人同一天而内容不同，请保留一行',
        'Lines ' || first_line || ' and ' || last_line || ' tell of the same person and day differently'
      from removed
      """;

  private static final String OF_OTHERS =
      """
      with elsewhere as (
        select person_id, day
        from calls_elsewhere(
          (select array_agg(person_id order by line) from staged_call),
          (select array_agg(day order by line) from staged_call))
      ),
      removed as (
        delete from staged_call s using elsewhere e where s.person_id = e.person_id and s.day = e.day
        returning s.line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select distinct :import::uuid, line, 'CALL_OF_OTHER_COUNTY', '人编号',
        '该人当天的电话核查已由其他县（市）区登记，请与市级部门核对',
        'The call stands with another county: ask the city department'
      from removed
      """;

  private static final String DUPLICATES =
      """
      delete from staged_call s using staged_call later
      where s.person_id = later.person_id and s.day = later.day and s.line < later.line
      """;

  private static final String CALLS =
      """
      with changed as (
        insert into verification_call as c (person_id, day, county, outcome, awareness, import_id)
        select person_id, day, county, outcome, awareness::jsonb, :import
        from staged_call
        order by person_id, day
        on conflict (person_id, day) do update set
          county = excluded.county, outcome = excluded.outcome, awareness = excluded.awareness,
          version = c.version + 1, recorded_at = now(), import_id = excluded.import_id
        where (c.county, c.outcome, c.awareness)
          is distinct from (excluded.county, excluded.outcome, excluded.awareness)
        returning c.county, c.version = 1 as added, c.person_id, c.day, call_event(c) as payload
      ),
      published as (
        insert into outbox (topic, key, type, payload, traceparent)
        select 'subsidy.call.v1', person_id || '|' || to_char(day, 'YYYY-MM-DD'),
          'io.countypulse.subsidy.call.v1', payload, :traceparent
        from changed
        order by person_id, day
      )
      select county, count(*) filter (where added) as added, count(*) filter (where not added) as changed
      from changed
      group by county
      order by county
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  CallsImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  Applied apply() {
    jdbc.sql(CONTRADICTED).param("import", context.importId()).update();
    jdbc.sql(OF_OTHERS).param("import", context.importId()).update();
    int duplicates = jdbc.sql(DUPLICATES).update();
    int told = jdbc.sql("select count(*) from staged_call").query(Integer.class).single();
    List<Change> changes =
        jdbc.sql(CALLS)
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
