package io.countypulse.platform.idempotency;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.web.Problem;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The table of keys and answers. */
final class KeptAnswers {

  private static final PersonalColumn ANSWER = PersonalColumn.of("idempotency_key", "answer");

  /** Skips what somebody else is deleting, so that no write waits for another. */
  private static final String FORGET =
      """
      delete from idempotency_key
      where (caller, key) in (
        select caller, key from idempotency_key
        where written_at < now() - interval '7 days'
        order by written_at limit 100
        for update skip locked)
      """;

  private final JdbcClient database;
  private final PersonalData personal;
  private final JsonMapper json;

  KeptAnswers(JdbcClient database, PersonalData personal, JsonMapper json) {
    this.database = database;
    this.personal = personal;
    this.json = json;
  }

  /** A key of a caller, and the digest of the request that came with it. */
  record Entry(String caller, String key, String request) {}

  private record Kept(
      String request,
      int status,
      @Nullable String location,
      @Nullable String etag,
      String answer) {}

  Entry entry(Caller caller, String key, String operation, Object body) {
    byte[] digest = personal.digest(operation + "\n" + json.writeValueAsString(body));
    return new Entry(caller.name(), key, HexFormat.of().formatHex(digest));
  }

  /**
   * Returns when this transaction is the only one with the key and none came before.
   *
   * @throws AnsweredBefore with the answer kept for the same request
   */
  void replayOrReserve(Entry entry) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(? || chr(10) || ?, 30))")
        .params(entry.caller(), entry.key())
        .query((row, _) -> true)
        .single();
    database
        .sql(
            """
            select request, status, location, etag, answer from idempotency_key
            where caller = ? and key = ? and written_at >= now() - interval '7 days'
            """)
        .params(entry.caller(), entry.key())
        .query((row, _) -> kept(row))
        .optional()
        .ifPresent(kept -> replay(entry, kept));
    database.sql(FORGET).update();
  }

  void keep(Entry entry, ResponseEntity<?> answer) {
    HttpHeaders headers = answer.getHeaders();
    URI location = headers.getLocation();
    database
        .sql(
            """
            insert into idempotency_key (caller, key, request, status, location, etag, answer)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(entry.caller())
        .param(entry.key())
        .param(entry.request())
        .param(answer.getStatusCode().value())
        .param(location == null ? null : location.toString())
        .param(headers.getETag())
        .param(personal.encrypt(ANSWER, json.writeValueAsString(answer.getBody())))
        .update();
  }

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("request"),
        row.getInt("status"),
        row.getString("location"),
        row.getString("etag"),
        personal.decrypt(ANSWER, row.getBytes("answer")));
  }

  private static void replay(Entry entry, Kept kept) {
    if (!kept.request().equals(entry.request())) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "IDEMPOTENCY_KEY_REUSED",
              "幂等键已用于另一请求",
              "这个 Idempotency-Key 已用于内容不同的请求，请换一个新值。",
              "This Idempotency-Key came with another request before: use a new one.")
          .at(IdempotentWrites.HEADER)
          .toException();
    }
    HttpHeaders headers = new HttpHeaders();
    if (kept.location() != null) {
      headers.setLocation(URI.create(kept.location()));
    }
    headers.setETag(kept.etag());
    throw new AnsweredBefore(kept.status(), headers, kept.answer());
  }
}
