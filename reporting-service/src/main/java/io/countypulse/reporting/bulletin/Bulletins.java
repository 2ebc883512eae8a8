package io.countypulse.reporting.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The bulletins in the database. */
final class Bulletins {

  private static final String SELECT = "select * from bulletin ";

  private final JdbcClient database;
  private final JsonMapper json;

  Bulletins(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The newest first. */
  List<Bulletin> all() {
    return database
        .sql(SELECT + "order by as_of desc, drafted_at desc limit 500")
        .query(this::bulletin)
        .list();
  }

  Optional<Bulletin> find(UUID id) {
    return database.sql(SELECT + "where id = ?").param(id).query(this::bulletin).optional();
  }

  /** The same, held until the transaction ends. */
  Optional<Bulletin> lock(UUID id) {
    return database
        .sql(SELECT + "where id = ? for update")
        .param(id)
        .query(this::bulletin)
        .optional();
  }

  /** The bulletin issued last with an earlier day, itself or as corrected last. */
  Optional<Bulletin> lastIssuedBefore(LocalDate asOf) {
    return database
        .sql(
            SELECT
                + "where state = 'ISSUED' and as_of < ? order by as_of desc, issued_at desc limit"
                + " 1")
        .param(asOf)
        .query(this::bulletin)
        .optional();
  }

  /** The one bulletin of a day; written by whoever asks first. */
  UUID draft(LocalDate asOf, BulletinText text, String by) {
    database
        .sql(
            """
            insert into bulletin (id, as_of, state, content, drafted_by)
            values (?, ?, 'DRAFT', ?, ?)
            on conflict (as_of) where corrects is null do nothing
            """)
        .param(UUID.randomUUID())
        .param(asOf)
        .param(json.writeValueAsString(text))
        .param(by)
        .update();
    return database
        .sql("select id from bulletin where as_of = ? and corrects is null")
        .param(asOf)
        .query(UUID.class)
        .single();
  }

  /** The one correction at work on an issued bulletin. */
  UUID correct(Bulletin issued, String by) {
    database
        .sql(
            """
            insert into bulletin (id, as_of, corrects, state, content, drafted_by)
            values (?, ?, ?, 'DRAFT', ?, ?)
            on conflict (corrects) where state <> 'ISSUED' do nothing
            """)
        .param(UUID.randomUUID())
        .param(issued.asOf())
        .param(issued.id())
        .param(json.writeValueAsString(issued.text()))
        .param(by)
        .update();
    return database
        .sql("select id from bulletin where corrects = ? and state <> 'ISSUED'")
        .param(issued.id())
        .query(UUID.class)
        .single();
  }

  void write(UUID id, BulletinText text, String by) {
    database
        .sql(
            """
            update bulletin set content = ?, drafted_by = ?, drafted_at = now(), version = version + 1
            where id = ?
            """)
        .param(json.writeValueAsString(text))
        .param(by)
        .param(id)
        .update();
  }

  void review(UUID id, Material material, String by) {
    database
        .sql(
            """
            update bulletin set state = 'REVIEWED', material = ?, reviewed_by = ?, reviewed_at = now(),
              version = version + 1
            where id = ?
            """)
        .param(json.writeValueAsString(material))
        .param(by)
        .param(id)
        .update();
  }

  void reopen(UUID id) {
    database
        .sql(
            """
            update bulletin set state = 'DRAFT', material = null, reviewed_by = null,
              reviewed_at = null, version = version + 1
            where id = ?
            """)
        .param(id)
        .update();
  }

  /** The next number of a year; whoever draws it holds the others back until the commit. */
  int nextNumber(int year) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended('bulletin_number', 0))")
        .query()
        .listOfRows();
    return database
        .sql("select coalesce(max(number), 0) + 1 from bulletin where year = ?")
        .param(year)
        .query(Integer.class)
        .single();
  }

  void issue(UUID id, Bulletin.Issue issue, Map<Format, byte[]> files) {
    files.forEach(
        (format, bytes) ->
            database
                .sql(
                    "insert into bulletin_file (bulletin, format, bytes, sha256) values (?, ?, ?,"
                        + " ?)")
                .param(id)
                .param(format.name())
                .param(bytes)
                .param(Seal.sha256(bytes))
                .update());
    database
        .sql(
            """
            update bulletin set state = 'ISSUED', issued_by = ?, issued_at = now(), issued_on = ?,
              year = ?, number = ?, seal = ?, version = version + 1
            where id = ?
            """)
        .param(issue.step().by())
        .param(issue.on())
        .param(issue.year())
        .param(issue.number())
        .param(issue.seal())
        .param(id)
        .update();
  }

  /** A file of an issued bulletin as it was issued. */
  byte[] file(UUID id, Format format) {
    return database
        .sql("select bytes from bulletin_file where bulletin = ? and format = ?")
        .param(id)
        .param(format.name())
        .query((row, _) -> row.getBytes(1))
        .single();
  }

  /** The text new bulletins begin with; none where the shipped one still holds. */
  Optional<Template> template() {
    return database
        .sql("select content, version from bulletin_template")
        .query(
            (row, _) ->
                new Template(
                    json.readValue(row.getString("content"), BulletinText.class),
                    row.getLong("version")))
        .optional();
  }

  /** The office's template. */
  record Template(BulletinText text, long version) {}

  void saveTemplate(BulletinText text, String by) {
    database
        .sql(
            """
            insert into bulletin_template (content, version, changed_by) values (?, 1, ?)
            on conflict (single) do update
            set content = excluded.content, version = bulletin_template.version + 1,
              changed_by = excluded.changed_by, changed_at = now()
            """)
        .param(json.writeValueAsString(text))
        .param(by)
        .update();
  }

  private Bulletin bulletin(ResultSet row, int number) throws SQLException {
    String material = row.getString("material");
    return new Bulletin(
        row.getObject("id", UUID.class),
        row.getObject("as_of", LocalDate.class),
        row.getObject("corrects", UUID.class),
        Bulletin.State.valueOf(row.getString("state")),
        row.getLong("version"),
        json.readValue(row.getString("content"), BulletinText.class),
        material == null ? null : json.readValue(material, Material.class),
        new Bulletin.Step(row.getString("drafted_by"), instant(row, "drafted_at")),
        step(row, "reviewed"),
        issue(row));
  }

  private static Bulletin.@Nullable Issue issue(ResultSet row) throws SQLException {
    Bulletin.Step step = step(row, "issued");
    return step == null
        ? null
        : new Bulletin.Issue(
            step,
            row.getObject("issued_on", LocalDate.class),
            row.getInt("year"),
            row.getInt("number"),
            row.getString("seal"));
  }

  private static Bulletin.@Nullable Step step(ResultSet row, String what) throws SQLException {
    String by = row.getString(what + "_by");
    return by == null ? null : new Bulletin.Step(by, instant(row, what + "_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
