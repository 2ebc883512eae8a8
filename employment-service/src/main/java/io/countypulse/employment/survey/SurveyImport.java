package io.countypulse.employment.survey;

import io.countypulse.employment.intake.Counties;
import io.countypulse.employment.intake.KnownPeople;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.ImportContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies a staged survey file as sets. */
final class SurveyImport {

  private static final String CONTRADICTED =
      """
      with rival as (
        select person_id, surveyed_on, min(line) as first_line, max(line) as last_line
        from staged_survey
        group by person_id, surveyed_on
        having count(distinct (skills, wish_to_train, training_trade, wish_to_work, education)) > 1
      ),
      removed as (
        delete from staged_survey s using rival r
        where s.person_id = r.person_id and s.surveyed_on = r.surveyed_on
        returning s.line, r.first_line, r.last_line
      )
      insert into import_reject (import_id, line, code, field, message, message_en)
      select :import, line, 'SURVEY_CONTRADICTED', '人编号',
        '第 ' || first_line || ' 行与第 ' || last_line || ' 行同人同日而内容不同，请保留一行',
        'Lines ' || first_line || ' and ' || last_line || ' tell different answers of one person and day'
      from removed
      """;

  private static final String DUPLICATES =
      """
      delete from staged_survey s using staged_survey later
      where s.person_id = later.person_id and s.surveyed_on = later.surveyed_on and s.line < later.line
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  SurveyImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  Applied apply() {
    KnownPeople.refuseThoseElsewhere(context, jdbc, "staged_survey");
    KnownPeople.refuseUnknown(context, jdbc, "staged_survey");
    jdbc.sql(CONTRADICTED).param("import", context.importId()).update();
    int duplicates = jdbc.sql(DUPLICATES).update();
    int told = jdbc.sql("select count(*) from staged_survey").query(Integer.class).single();
    List<Change> changes =
        new StagedSurvey(jdbc, context.importId(), context.importer().name(), traceparent).record();
    int applied = changes.stream().mapToInt(change -> change.added() + change.changed()).sum();
    return new Applied(
        applied,
        told - applied,
        duplicates,
        duplicates == 0 ? Map.of() : Map.of("DUPLICATE_ROW", duplicates),
        Counties.summed(changes.stream()));
  }
}
