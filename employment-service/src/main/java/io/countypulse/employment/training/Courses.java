package io.countypulse.employment.training;

import io.countypulse.employment.paging.Page;
import io.countypulse.employment.paging.Position;
import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.Personal;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions and who attended; all within the running transaction. */
@Repository
class Courses {

  private static final String COURSES =
      """
      select c.*, (select count(*)::int4 from trainee t where t.session_id = c.id and not t.removed) as attendance
      from training_session c
      where (:everywhere or c.county = any (:asked::text[])) and (:trade::text is null or c.trade = :trade)
        and (:id::uuid is null or c.id = :id) and c.begins_on <= :day and (c.begins_on, c.id) < (:beforeDay, :beforeId)
      order by c.begins_on desc, c.id desc
      limit :rows
      """;

  private static final String PEOPLE =
      """
      select t.person_id, t.household_id, t.personal_encrypted, w.personal_encrypted as registered
      from trainee t
      left join worker w on w.person_id = t.person_id
      where t.session_id = :id and not t.removed and t.person_id > :after
      order by t.person_id
      limit :rows
      """;

  private static final String LAST_DAY = "9999-12-31";
  private static final String LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final Units units;

  Courses(JdbcClient jdbc, PersonalData personalData, Units units) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.units = units;
  }

  /** A page of the sessions begun until the day, the last first. */
  Page<Course> page(
      CountyScope asked, LocalDate day, @Nullable String trade, @Nullable String after, int limit) {
    Position position = Position.parse(after, LAST_DAY, LAST_ID);
    return Page.of(
        day,
        courses(asked, day, trade, null, position, limit + 1),
        limit,
        last -> Position.behind(last.beginsOn().toString(), last.id().toString()),
        null);
  }

  /** One session, planned ones included. */
  Optional<Course> find(CountyScope scope, UUID id) {
    Position start = Position.behind(LAST_DAY, LAST_ID);
    return courses(scope, start.day(0), null, id, start, 1).stream().findFirst();
  }

  /** A page of those who attended, by their codes. */
  Page<Attendant> people(LocalDate day, UUID id, @Nullable String after, int limit) {
    Position position = Position.parse(after, "");
    List<Attendant> people =
        jdbc.sql(PEOPLE)
            .param("id", id)
            .param("after", position.value(0))
            .param("rows", limit + 1)
            .query((row, _) -> attendant(row))
            .list();
    return Page.of(day, people, limit, last -> Position.behind(last.personId()), null);
  }

  /** Enters a session; empty where there is one of the same county, trade, organiser and start. */
  Optional<UUID> add(NewCourse course, String by) {
    return jdbc.sql(
            """
            insert into training_session (county, trade, organiser, begins_on, ends_on, recorded_by)
            values (:county, :trade, :organiser, :begins, :ends, :by)
            on conflict do nothing
            returning id
            """)
        .param("county", String.valueOf(course.county()))
        .param("trade", course.trade())
        .param("organiser", course.organiser())
        .param("begins", course.beginsOn())
        .param("ends", course.endsOn())
        .param("by", by)
        .query(UUID.class)
        .optional();
  }

  /**
   * Enters who attended; those already entered stay.
   *
   * @return codes of people who are not in the register, or not the caller's
   */
  List<String> attend(UUID id, Collection<String> people, String by) {
    String[] codes = people.stream().distinct().toArray(String[]::new);
    jdbc.sql(
            """
            insert into trainee (session_id, person_id, county, household_id, ends_on, recorded_by)
            select c.id, w.person_id, c.county, w.household_id, c.ends_on, :by
            from training_session c, worker w
            where c.id = :id and w.person_id = any (:people::text[]) and in_scope(w.county)
            order by w.person_id
            on conflict (session_id, person_id) do update
            set removed = false, household_id = excluded.household_id, ends_on = excluded.ends_on,
              recorded_by = excluded.recorded_by, recorded_at = now()
            where trainee.removed
            """)
        .param("id", id)
        .param("people", codes)
        .param("by", by)
        .update();
    return jdbc.sql(
            """
            select asked from unnest(:people::text[]) as asked
            where not exists (
              select from trainee t where t.session_id = :id and t.person_id = asked and not t.removed)
            """)
        .param("id", id)
        .param("people", codes)
        .query(String.class)
        .list();
  }

  /** Takes somebody off the list, and forgets name and number; whether the person was on it. */
  boolean remove(UUID id, String person, String by) {
    return jdbc.sql(
                """
                update trainee
                set removed = true, personal_encrypted = null, identity_hash = null, recorded_by = :by,
                  recorded_at = now()
                where session_id = :id and person_id = :person and not removed
                """)
            .param("id", id)
            .param("person", person)
            .param("by", by)
            .update()
        > 0;
  }

  private List<Course> courses(
      CountyScope asked,
      LocalDate day,
      @Nullable String trade,
      @Nullable UUID id,
      Position before,
      int rows) {
    return jdbc.sql(COURSES)
        .param("everywhere", asked instanceof CountyScope.City)
        .param("asked", Asked.codes(asked))
        .param("day", day)
        .param("trade", trade)
        .param("id", id)
        .param("beforeDay", before.day(0))
        .param("beforeId", before.id(1))
        .param("rows", rows)
        .query((row, _) -> course(row))
        .list();
  }

  private Course course(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    return new Course(
        row.getObject("id", UUID.class),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getString("trade"),
        row.getString("organiser"),
        row.getObject("begins_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getInt("attendance"));
  }

  /** As the file told, else as the register knows. */
  private Attendant attendant(ResultSet row) throws SQLException {
    byte @Nullable [] told = row.getBytes("personal_encrypted");
    byte @Nullable [] registered = row.getBytes("registered");
    String[] personal = {"", ""};
    if (told != null) {
      personal = personalData.decrypt(TraineesFile.PERSONAL, told).split("\n", 2);
    } else if (registered != null) {
      Personal known = Personal.decrypted(personalData, registered);
      personal = new String[] {known.name(), known.identityNumber().value()};
    }
    return new Attendant(
        row.getString("person_id"),
        row.getString("household_id"),
        Masked.name(personal[0]),
        personal[1].isEmpty() ? "" : new IdentityNumber(personal[1]).masked(),
        registered != null);
  }
}
