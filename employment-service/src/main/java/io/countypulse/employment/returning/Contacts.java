package io.countypulse.employment.returning;

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

/** Talks with those who came back, kept for ever; all within the running transaction. */
@Repository
class Contacts {

  private static final PersonalColumn NOTE = PersonalColumn.of("return_contact", "note");
  private static final String COLUMNS = "contacted_on, outcome, note, recorded_by, recorded_at";

  private final JdbcClient jdbc;
  private final PersonalData personalData;

  Contacts(JdbcClient jdbc, PersonalData personalData) {
    this.jdbc = jdbc;
    this.personalData = personalData;
  }

  /** All talks with a person, the last first. */
  List<Contact> of(String person) {
    return jdbc.sql(
            "select %s from return_contact where person_id = ? order by contacted_on desc, id desc"
                .formatted(COLUMNS))
        .param(person)
        .query((row, _) -> contact(row, personalData))
        .list();
  }

  /** Writes a talk down. */
  Contact add(
      String person, LocalDate day, Contact.Outcome outcome, @Nullable String note, String by) {
    return jdbc.sql(
            """
            insert into return_contact (person_id, contacted_on, outcome, note, recorded_by)
            values (:person, :day, :outcome, :note, :by)
            returning %s
            """
                .formatted(COLUMNS))
        .param("person", person)
        .param("day", day)
        .param("outcome", outcome.name())
        .param("note", note == null ? null : personalData.encrypt(NOTE, note))
        .param("by", by)
        .query((row, _) -> contact(row, personalData))
        .single();
  }

  static Contact contact(ResultSet row, PersonalData personalData) throws SQLException {
    byte @Nullable [] note = row.getBytes("note");
    return new Contact(
        row.getObject("contacted_on", LocalDate.class),
        Contact.Outcome.valueOf(row.getString("outcome")),
        note == null ? null : personalData.decrypt(NOTE, note),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
