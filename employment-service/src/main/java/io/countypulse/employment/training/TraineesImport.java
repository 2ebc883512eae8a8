package io.countypulse.employment.training;

import io.countypulse.employment.benefit.BenefitFacts;
import io.countypulse.employment.intake.Counties;
import io.countypulse.employment.intake.KnownPeople;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.ImportContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies a staged trainees file as sets: sessions first, then who attended. People not on the
 * register are accepted with a flag (DOMAIN.md § 6).
 */
final class TraineesImport {

  private static final String DUPLICATES =
      """
      delete from staged_trainee s using staged_trainee later
      where s.line < later.line
        and (s.county, s.trade, s.organiser, s.begins_on, s.person_id)
          = (later.county, later.trade, later.organiser, later.begins_on, later.person_id)
      """;

  private static final String SESSIONS =
      """
      insert into training_session (county, trade, organiser, begins_on, ends_on, recorded_by)
      select county, trade, organiser, begins_on, max(ends_on), :by
      from staged_trainee
      group by county, trade, organiser, begins_on
      order by county, trade, organiser, begins_on
      on conflict on constraint one_session_a_start do update
      set ends_on = greatest(training_session.ends_on, excluded.ends_on)
      where excluded.ends_on > training_session.ends_on or training_session.ends_on is null
      """;

  private static final String TRAINEES =
      """
      with told as (
        select course.id as session_id, s.*
        from staged_trainee s
        join training_session course using (county, trade, organiser, begins_on)
        order by course.id, s.person_id
      ),
      changed as (
        merge into trainee as t
        using told on t.session_id = told.session_id and t.person_id = told.person_id
        when matched and (t.household_id, t.identity_hash, t.ends_on, t.removed)
          is distinct from (told.household_id, told.identity_hash, told.ends_on, false)
        then update set
          household_id = told.household_id, personal_encrypted = told.personal_encrypted,
          identity_hash = told.identity_hash, ends_on = told.ends_on, removed = false, import_id = :import,
          recorded_by = :by, recorded_at = now()
        when not matched then insert (
          session_id, person_id, county, household_id, personal_encrypted, identity_hash, ends_on, import_id,
          recorded_by)
        values (
          told.session_id, told.person_id, told.county, told.household_id, told.personal_encrypted,
          told.identity_hash, told.ends_on, :import, :by)
        returning t.county, merge_action() = 'INSERT' as added
      )
      select county, count(*) filter (where added) as added, count(*) filter (where not added) as changed
      from changed
      group by county
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  TraineesImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  Applied apply() {
    KnownPeople.refuseThoseElsewhere(context, jdbc, "staged_trainee");
    int duplicates = jdbc.sql(DUPLICATES).update();
    int told = count("select count(*) from staged_trainee");
    Map<String, Integer> flags = KnownPeople.flags(jdbc, "staged_trainee");
    String by = context.importer().name();
    jdbc.sql(SESSIONS).param("by", by).update();
    List<Change> changes =
        jdbc.sql(TRAINEES)
            .param("import", context.importId())
            .param("by", by)
            .query(Change.class)
            .list();
    new BenefitFacts(jdbc, context.asOf(), traceparent)
        .publish("select person_id from staged_trainee");
    int applied = changes.stream().mapToInt(change -> change.added() + change.changed()).sum();
    Map<String, Integer> all = new HashMap<>(flags);
    all.put("DUPLICATE_ROW", duplicates);
    all.put("IDENTITY_DIFFERS", differing());
    all.values().removeIf(rows -> rows == 0);
    return new Applied(applied, told - applied, duplicates, all, Counties.summed(changes.stream()));
  }

  /** Rows whose identity number is not the one the register has of that person. */
  private int differing() {
    return count(
        """
        select count(*) from staged_trainee s
        join worker w on w.person_id = s.person_id and w.identity_hash <> s.identity_hash
        """);
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
