package io.countypulse.employment.entry;

import io.countypulse.employment.entry.Entries.Applied;
import io.countypulse.employment.entry.Reach.Touched;
import io.countypulse.employment.entry.Review.State;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.web.Problem;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Changes that wait for a second person, in the running transaction. */
@Repository
class Reviews {

  private static final PersonalColumn CHANGE = PersonalColumn.of("review", "change");
  private static final String COLUMNS =
      """
      id, state, action, subject, counties, first_day, reason, requested_by, requested_at, decided_by, decided_at,
      answer
      """;

  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final JsonMapper json;
  private final Audit audit;

  Reviews(JdbcClient jdbc, PersonalData personalData, JsonMapper json, Audit audit) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.json = json;
    this.audit = audit;
  }

  /**
   * Keeps a change until somebody decides.
   *
   * @throws org.springframework.web.ErrorResponseException 409 where one of this record waits
   *     already
   */
  Review open(Caller caller, Change change, Applied applied, String reason) {
    Review review =
        jdbc.sql(
                """
                insert into review (action, subject, counties, first_day, reason, change, requested_by)
                values (:action, :subject, :counties, :firstDay, :reason, :change, :by)
                on conflict (subject) where state = 'PENDING' do nothing
                returning
                """
                    + COLUMNS)
            .param("action", change.action().name())
            .param("subject", change.subject())
            .param(
                "counties",
                applied.touched().stream()
                    .map(Touched::county)
                    .map(UnitCode::value)
                    .toArray(String[]::new))
            .param("firstDay", applied.firstDay().orElseThrow())
            .param("reason", reason)
            .param("change", personalData.encrypt(CHANGE, json.writeValueAsString(change)))
            .param("by", caller.name())
            .query((row, _) -> review(row))
            .optional()
            .orElseThrow(
                () ->
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "REVIEW_WAITING",
                            "已有待复核的更正",
                            "这条记录已有一项更正在等待复核，请先处理。",
                            "A correction of this record waits for review already.")
                        .toException());
    audit(caller, "REVIEW_REQUESTED", review);
    return review;
  }

  Optional<Review> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from review where id = ?")
        .param(id)
        .query((row, _) -> review(row))
        .optional();
  }

  /** Oldest first. */
  List<Review> list(State state, int limit) {
    return jdbc.sql(
            "select " + COLUMNS + " from review where state = ? order by requested_at, id limit ?")
        .params(state.name(), limit)
        .query((row, _) -> review(row))
        .list();
  }

  /** One that is still to be decided, held until the transaction ends. */
  Optional<Review> hold(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from review where id = ? for update")
        .param(id)
        .query((row, _) -> review(row))
        .optional();
  }

  Change change(UUID id) {
    byte[] encrypted =
        jdbc.sql("select change from review where id = ?")
            .param(id)
            .query((row, _) -> row.getBytes(1))
            .single();
    return json.readValue(personalData.decrypt(CHANGE, encrypted), Change.class);
  }

  Review decide(Caller caller, Review review, State state, @Nullable String answer) {
    Review decided =
        jdbc.sql(
                """
                update review set state = ?, decided_by = ?, decided_at = now(), answer = ?
                where id = ?
                returning
                """
                    + COLUMNS)
            .param(state.name())
            .param(caller.name())
            .param(answer)
            .param(review.id())
            .query((row, _) -> review(row))
            .single();
    audit(caller, "REVIEW_" + state.name(), decided);
    return decided;
  }

  private void audit(Caller caller, String action, Review review) {
    audit.record(
        new AuditEntry(
            caller.actor(),
            action,
            review.subject(),
            review.counties().getFirst(),
            Map.of("review", review.id().toString(), "reason", review.reason())));
  }

  private static Review review(ResultSet row) throws SQLException {
    Array counties = row.getArray("counties");
    return new Review(
        row.getObject("id", UUID.class),
        State.valueOf(row.getString("state")),
        Action.valueOf(row.getString("action")),
        row.getString("subject"),
        Stream.of((String[]) counties.getArray()).map(UnitCode::new).toList(),
        row.getObject("first_day", LocalDate.class),
        row.getString("reason"),
        row.getString("requested_by"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("answer"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
