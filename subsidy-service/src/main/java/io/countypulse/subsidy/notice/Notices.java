package io.countypulse.subsidy.notice;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.personal.PersonalColumn;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.intake.Named;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases on notice as everybody may see them, and objections to them. */
@Repository
class Notices {

  private static final PersonalColumn TEXT = PersonalColumn.of("case_objection", "text_encrypted");

  private static final String ON_NOTICE =
      """
      select c.id, p.title, c.subject_id, c.county, c.period, c.entitled_fen, s.on_day, s.notice_ends,
        b.personal_encrypted, count(*) over () as found
      from subsidy_case c
      join lateral (
        select on_day, notice_ends from case_step s
        where s.case_id = c.id and s.step = 'ON_NOTICE' order by s.place desc limit 1
      ) as s on true
      join programme p on p.code = c.programme
      left join beneficiary b on b.person_id = c.subject_id
      where c.step = 'ON_NOTICE'
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final PersonalData personalData;
  private final Units units;

  Notices(
      ScopedTransactions transactions, JdbcClient jdbc, PersonalData personalData, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.units = units;
  }

  /**
   * Somebody on notice.
   *
   * @param who masked: a name where a file told it, else the person's number
   * @param ends the last day on which to object
   */
  record Notice(
      String caseId,
      String programme,
      String who,
      UnitCode county,
      String countyName,
      int period,
      @Nullable String amount,
      LocalDate from,
      LocalDate ends) {}

  /** A page of notices. */
  record Page(LocalDate asOf, List<Notice> items, @Nullable String next, long count) {
    Page {
      items = List.copyOf(items);
    }
  }

  /** What somebody objected, and what became of it. */
  record Objection(
      UUID id,
      String caseId,
      UnitCode county,
      String text,
      Instant madeAt,
      String state,
      @Nullable String answer,
      @Nullable String decidedBy) {}

  /** Those whose notice has not ended, the ones that end first before. */
  Page page(LocalDate today, @Nullable UnitCode county, int limit, int offset) {
    return transactions.read(
        CountyScope.city(),
        () -> {
          List<Found> found =
              jdbc.sql(
                      ON_NOTICE
                          + """
                            and s.notice_ends >= :today and (:county::text is null or c.county = :county)
                            order by s.notice_ends, c.county, c.id limit :limit offset :offset
                            """)
                  .param("today", today)
                  .param("county", county == null ? null : county.value())
                  .param("limit", limit + 1)
                  .param("offset", offset)
                  .query((row, _) -> new Found(notice(row), row.getLong("found")))
                  .list();
          return new Page(
              today,
              found.stream().limit(limit).map(Found::notice).toList(),
              found.size() > limit ? Integer.toString(offset + limit) : null,
              found.isEmpty() ? offset : found.getFirst().count());
        });
  }

  private record Found(Notice notice, long count) {}

  /** A case on notice, ended or not; in the running transaction. */
  Optional<Notice> find(String caseId) {
    return jdbc.sql(ON_NOTICE + " and c.id = ?")
        .param(caseId)
        .query((row, _) -> notice(row))
        .optional();
  }

  UUID object(Notice notice, String text, LocalDate today) {
    return jdbc.sql(
            """
            insert into case_objection (case_id, county, text_encrypted, made_on) values (?, ?, ?, ?)
            returning id
            """)
        .param(notice.caseId())
        .param(notice.county().value())
        .param(personalData.encrypt(TEXT, text))
        .param(today)
        .query(UUID.class)
        .single();
  }

  List<Objection> objections(@Nullable String state, @Nullable String caseId) {
    return jdbc.sql(
            """
            select * from case_objection
            where (:state::text is null or state = :state) and (:case::text is null or case_id = :case)
            order by made_at limit 200
            """)
        .param("state", state)
        .param("case", caseId)
        .query((row, _) -> objection(row))
        .list();
  }

  /** Decides an open objection; empty where it is none, or decided already. */
  Optional<Objection> decide(UUID id, boolean upheld, String answer, String by) {
    return jdbc.sql(
            """
            update case_objection set state = ?, answer = ?, decided_by = ?, decided_at = now()
            where id = ? and state = 'OPEN'
            returning *
            """)
        .param(upheld ? "UPHELD" : "DISMISSED")
        .param(answer)
        .param(by)
        .param(id)
        .query((row, _) -> objection(row))
        .optional();
  }

  private Notice notice(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    byte @Nullable [] personal = row.getBytes("personal_encrypted");
    @Nullable Long fen = row.getObject("entitled_fen", Long.class);
    return new Notice(
        row.getString("id"),
        row.getString("title"),
        personal == null
            ? Masked.phone(row.getString("subject_id"))
            : Masked.name(Named.decrypted(personalData, personal).name()),
        county,
        units.find(county).map(Unit::name).orElse("待认定"),
        row.getInt("period"),
        fen == null ? null : BigDecimal.valueOf(fen, 2).toPlainString(),
        row.getObject("on_day", LocalDate.class),
        row.getObject("notice_ends", LocalDate.class));
  }

  private Objection objection(ResultSet row) throws SQLException {
    return new Objection(
        row.getObject("id", UUID.class),
        row.getString("case_id"),
        new UnitCode(row.getString("county")),
        personalData.decrypt(TEXT, row.getBytes("text_encrypted")),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        row.getString("answer"),
        row.getString("decided_by"));
  }
}
