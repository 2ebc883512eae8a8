package io.countypulse.employment.watch;

import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits to those watched, kept for ever; all within the running transaction. */
@Repository
class Visits {

  private static final PersonalColumn FOUND = PersonalColumn.of("watch_visit", "found");
  private static final PersonalColumn MEASURES = PersonalColumn.of("watch_visit", "measures");
  private static final String COLUMNS = "visited_on, found, measures, recorded_by, recorded_at";

  private final JdbcClient jdbc;
  private final PersonalData personalData;

  Visits(JdbcClient jdbc, PersonalData personalData) {
    this.jdbc = jdbc;
    this.personalData = personalData;
  }

  /** All visits to a person, the last first. */
  List<Visit> of(String person) {
    return jdbc.sql(
            "select %s from watch_visit where person_id = ? order by visited_on desc, id desc"
                .formatted(COLUMNS))
        .param(person)
        .query((row, _) -> visit(row))
        .list();
  }

  /** Writes a visit down. */
  Visit add(String person, LocalDate day, String found, @Nullable String measures, String by) {
    return jdbc.sql(
            """
            insert into watch_visit (person_id, visited_on, found, measures, recorded_by)
            values (:person, :day, :found, :measures, :by)
            returning %s
            """
                .formatted(COLUMNS))
        .param("person", person)
        .param("day", day)
        .param("found", personalData.encrypt(FOUND, found))
        .param("measures", measures == null ? null : personalData.encrypt(MEASURES, measures))
        .param("by", by)
        .query((row, _) -> visit(row))
        .single();
  }

  private Visit visit(ResultSet row) throws SQLException {
    byte @Nullable [] measures = row.getBytes("measures");
    return new Visit(
        row.getObject("visited_on", LocalDate.class),
        personalData.decrypt(FOUND, row.getBytes("found")),
        measures == null ? null : personalData.decrypt(MEASURES, measures),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
