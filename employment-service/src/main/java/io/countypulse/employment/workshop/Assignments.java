package io.countypulse.employment.workshop;

import io.countypulse.employment.benefit.BenefitFacts;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Spells put to a place by hand; all within the running transaction. */
@Repository
class Assignments {

  private static final String MOVE =
      """
      with changed as (
        update worker w
        set version = w.version + 1, business_date = :today, recorded_at = now(), import_id = :amendment
        where w.person_id = :person
        returning w.person_id, worker_event(w) as payload
      )
      insert into outbox (topic, key, type, payload, traceparent)
      select 'employment.worker.v1', person_id, 'io.countypulse.employment.worker.v1', payload, :traceparent
      from changed
      """;

  private final JdbcClient jdbc;

  Assignments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts a spell of the place's kind to the place, whatever employer it names; the person's event
   * follows.
   *
   * @return whether there is such a spell
   */
  boolean assign(Place place, String person, LocalDate start, String by) {
    boolean fits =
        jdbc.sql(
                """
                select exists (
                  select from worker w, json_array_elements(w.spells) as told
                  where w.person_id = ? and told ->> 'post' = ? and (told ->> 'start')::date = ?)
                """)
            .params(person, place.post().name(), start)
            .query(Boolean.class)
            .single();
    if (fits) {
      jdbc.sql(
              """
              insert into workplace_person (person_id, start_day, workplace_id, assigned_by) values (?, ?, ?, ?)
              on conflict (person_id, start_day) do update
              set workplace_id = excluded.workplace_id, assigned_by = excluded.assigned_by, assigned_at = now()
              """)
          .params(person, start, place.id(), by)
          .update();
    }
    return fits;
  }

  /** Takes back what was put to a place by hand; whether there was anything. */
  boolean release(String id, String person, LocalDate start) {
    return jdbc.sql(
                "delete from workplace_person where workplace_id = ? and person_id = ? and start_day = ?")
            .params(id, person, start)
            .update()
        > 0;
  }

  /** Tells others where the person works now, and who works in the places. */
  void publish(String person, UUID amendment, LocalDate today, @Nullable String traceparent) {
    jdbc.sql(MOVE)
        .param("person", person)
        .param("amendment", amendment)
        .param("today", today)
        .param("traceparent", traceparent)
        .update();
    new BenefitFacts(jdbc, today, traceparent).publishOf(person);
  }
}
