package io.countypulse.employment.survey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The wish to work in the register: the last survey that tells one speaks, unless the workers file
 * told one later (DOMAIN.md § 4).
 */
public final class ToldWishes {

  private static final String WISHES =
      """
      with told as (
        select distinct on (person_id) person_id, surveyed_on, wish_to_work
        from survey
        where {whose} and wish_to_work is not null
        order by person_id, surveyed_on desc
      ),
      changed as (
        update worker w
        set wish_to_work = told.wish_to_work, wish_told_on = told.surveyed_on,
          version = w.version + 1, business_date = told.surveyed_on, recorded_at = now(),
          import_id = :import
        from told
        where w.person_id = told.person_id and w.wish_to_work is distinct from told.wish_to_work
          and coalesce(told.surveyed_on >= w.wish_told_on, true)
        returning w.person_id, worker_event(w) as payload
      )
      insert into outbox (topic, key, type, payload, traceparent)
      select 'employment.worker.v1', person_id, 'io.countypulse.employment.worker.v1', payload, :traceparent
      from changed
      order by person_id
      """;

  private final JdbcClient jdbc;
  private final UUID importId;
  private final @Nullable String traceparent;

  /**
   * Wishes as they change now.
   *
   * @param importId the import or amendment that changes them
   */
  public ToldWishes(JdbcClient jdbc, UUID importId, @Nullable String traceparent) {
    this.jdbc = jdbc;
    this.importId = importId;
    this.traceparent = traceparent;
  }

  /** Of those in {@code staged_survey}. */
  void ofStaged() {
    wishes("person_id in (select person_id from staged_survey)").update();
  }

  /** Of one person. */
  public void ofPerson(String person) {
    wishes("person_id = :person").param("person", person).update();
  }

  private StatementSpec wishes(String whose) {
    return jdbc.sql(WISHES.replace("{whose}", whose))
        .param("import", importId)
        .param("traceparent", traceparent);
  }
}
