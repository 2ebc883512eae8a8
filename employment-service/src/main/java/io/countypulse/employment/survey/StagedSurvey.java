package io.countypulse.employment.survey;

import io.countypulse.platform.intake.Applied.Change;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers that wait in {@code staged_survey}, from a file or a form: written down as sets, and the
 * wish to work with them into the register where it is the later word (DOMAIN.md § 4).
 */
final class StagedSurvey {

  private static final String SURVEYS =
      """
      with told as (
        select s.*, w.county
        from staged_survey s
        join worker w on w.person_id = s.person_id
        order by s.person_id, s.surveyed_on
      ),
      changed as (
        merge into survey as v
        using told on v.person_id = told.person_id and v.surveyed_on = told.surveyed_on
        when matched and (
          (v.skills, v.wish_to_train, v.training_trade, v.wish_to_work, v.education)
            is distinct from (told.skills, told.wish_to_train, told.training_trade, told.wish_to_work, told.education))
        then update set
          skills = told.skills, wish_to_train = told.wish_to_train, training_trade = told.training_trade,
          wish_to_work = told.wish_to_work, education = told.education, version = v.version + 1,
          import_id = :import, recorded_by = :by, recorded_at = now()
        when not matched then insert (
          person_id, surveyed_on, skills, wish_to_train, training_trade, wish_to_work, education, import_id,
          recorded_by)
        values (
          told.person_id, told.surveyed_on, told.skills, told.wish_to_train, told.training_trade, told.wish_to_work,
          told.education, :import, :by)
        returning told.county, merge_action() = 'INSERT' as added
      )
      select county, count(*) filter (where added) as added, count(*) filter (where not added) as changed
      from changed
      group by county
      """;

  private final JdbcClient jdbc;
  private final UUID importId;
  private final String by;
  private final @Nullable String traceparent;

  /**
   * Takes what is staged.
   *
   * @param importId the file's import, or the amendment by a form
   * @param by user who handed it in
   */
  StagedSurvey(JdbcClient jdbc, UUID importId, String by, @Nullable String traceparent) {
    this.jdbc = jdbc;
    this.importId = importId;
    this.by = by;
    this.traceparent = traceparent;
  }

  /** Writes down all that is staged, whose people are known. */
  List<Change> record() {
    List<Change> changes =
        jdbc.sql(SURVEYS).param("import", importId).param("by", by).query(Change.class).list();
    new ToldWishes(jdbc, importId, traceparent).ofStaged();
    return changes;
  }
}
