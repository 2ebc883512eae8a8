package io.countypulse.subsidy.batch;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.subsidy.batch.Batch.State;
import io.countypulse.subsidy.cases.CaseUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches and their lines, set by set; in the caller's transaction. */
@Repository
class Batches {

  private static final int FETCH = 2_000;

  private static final String LIST =
      """
      select b.*, coalesce(t.paid, 0) as paid, coalesce(t.returned, 0) as returned,
        coalesce(t.waiting, 0) as waiting
      from payment_batch b
      left join lateral (
        select count(*) filter (where result = 'PAID')::int4 as paid,
          count(*) filter (where result = 'RETURNED')::int4 as returned,
          count(*) filter (where result is null)::int4 as waiting
        from payment_batch_line l where l.batch_id = b.id
      ) as t on true
      """;

  /** A case on its way in another batch is passed over; the index sees to it in any case. */
  private static final String CHOOSE =
      """
      insert into payment_batch_line (batch_id, line, case_id, county, fen)
      select :batch, row_number() over (order by county, id), id, county, owed
      from (
        select c.id, c.county,
          case when :term = '' then c.entitled_fen - c.paid_fen
            else least(c.entitled_fen / 2, c.entitled_fen - c.paid_fen) end as owed
        from subsidy_case c
        where c.programme = :programme and c.entitled_from <= :today
          and (:county::text is null or c.county = :county)
          and (:period::int4 is null or c.period = :period)
          and (:ids::text[] is null or c.id = any (:ids))
          and c.step in ('APPROVED', 'PAID')
          and (select s.step from case_step s where s.case_id = c.id order by s.place desc limit 1) = 'APPROVED'
          and not exists (
            select from case_payment p
            where p.case_id = c.id and p.term in (:term, '') and p.returned_on is null)
          and not exists (select from payment_batch_line l where l.case_id = c.id and l.result is null)
      ) as chosen
      where owed > 0
      """;

  private static final String STEP =
      """
      insert into case_step (case_id, place, step, on_day, by_name, reason, batch_id)
      select l.case_id, coalesce(
          (select max(place) from case_step s where s.case_id = l.case_id), 0) + 1,
        :step, :today, :by, l.reason, l.batch_id
      from payment_batch_line l
      where l.batch_id = :batch and l.line = any (:lines)
      """;

  private final JdbcClient jdbc;
  private final BusinessDate businessDate;
  private final Outbox outbox;

  Batches(JdbcClient jdbc, BusinessDate businessDate, Outbox outbox) {
    this.jdbc = jdbc;
    this.businessDate = businessDate;
    this.outbox = outbox;
  }

  List<Batch> all(@Nullable String programme) {
    return jdbc.sql(
            LIST
                + "where :programme::text is null or b.programme = :programme"
                + " order by b.created_at desc limit 200")
        .param("programme", programme)
        .query((row, _) -> read(row))
        .list();
  }

  Optional<Batch> find(UUID id) {
    return jdbc.sql(LIST + "where b.id = :id")
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /** The same, and nobody else takes a step with it meanwhile. */
  Optional<Batch> lock(UUID id) {
    jdbc.sql("select id from payment_batch where id = ? for update")
        .param(id)
        .query(UUID.class)
        .optional();
    return find(id);
  }

  /** Puts every approved case that was asked for into a new batch; empty where there is none. */
  Optional<Batch> make(NewBatch wanted, Caller caller) {
    LocalDate today = businessDate.today();
    CaseUpdate.begin(jdbc);
    UUID id = insert(wanted, today, caller.name());
    @Nullable UnitCode county = wanted.county();
    int lines =
        jdbc.sql(CHOOSE)
            .param("batch", id)
            .param("programme", wanted.programme())
            .param("county", county == null ? null : county.value())
            .param("period", wanted.period())
            .param("term", wanted.term() == null ? "" : wanted.term())
            .param("ids", wanted.ids() == null ? null : wanted.ids().toArray(String[]::new))
            .param("today", today)
            .update();
    if (lines == 0) {
      return Optional.empty();
    }
    jdbc.sql("analyze payment_batch_line").update();
    jdbc.sql(
            """
            update payment_batch b set lines = t.lines, fen = t.fen
            from (select count(*)::int4 as lines, sum(fen)::int8 as fen
              from payment_batch_line where batch_id = :id) as t
            where b.id = :id
            """)
        .param("id", id)
        .update();
    step(id, "IN_BATCH", every(lines), today, caller.name());
    return find(id);
  }

  private UUID insert(NewBatch wanted, LocalDate today, String by) {
    @Nullable UnitCode county = wanted.county();
    return jdbc.sql(
            """
            insert into payment_batch (number, programme, county, period, term, made_on, created_by)
            values (:programme || '-' || extract(year from :today::date) || '-'
                || lpad(nextval('payment_batch_number')::text, 4, '0'),
              :programme, :county, :period, :term, :today, :by)
            returning id
            """)
        .param("programme", wanted.programme())
        .param("county", county == null ? null : county.value())
        .param("period", wanted.period())
        .param("term", wanted.term() == null ? "" : wanted.term())
        .param("today", today)
        .param("by", by)
        .query(UUID.class)
        .single();
  }

  /** Takes every case back out of a batch that was not sealed. */
  Batch withdraw(Batch batch, String by) {
    CaseUpdate.begin(jdbc);
    jdbc.sql("update payment_batch_line set result = 'WITHDRAWN' where batch_id = ?")
        .param(batch.id())
        .update();
    step(batch.id(), "APPROVED", every(batch.lines()), businessDate.today(), by);
    return changed(batch.id(), State.WITHDRAWN);
  }

  /** Seals it by the hash of its file. */
  Batch seal(Batch batch, String title, String by) {
    DigestOutputStream digest = BatchFile.digest();
    try {
      write(batch, title, new BatchFile(digest, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    jdbc.sql(
            """
            update payment_batch set state = 'SEALED', sha256 = ?, sealed_by = ?, sealed_at = now(),
              version = version + 1
            where id = ?
            """)
        .param(BatchFile.hex(digest))
        .param(by)
        .param(batch.id())
        .update();
    return find(batch.id()).orElseThrow();
  }

  /** Writes the bank's file, a set of lines at a time. */
  void write(Batch batch, String title, BatchFile file) throws IOException {
    file.header(
        batch.number(),
        title,
        batch.madeOn(),
        batch.lines(),
        new BigDecimal(batch.amount()).movePointRight(2).longValueExact());
    try (Stream<BatchFile.Line> lines =
        jdbc
            .sql(
                """
                select l.line, l.case_id, coalesce(c.household_id, '') as household_id, c.subject_id,
                  l.county, l.fen
                from payment_batch_line l join subsidy_case c on c.id = l.case_id
                where l.batch_id = ? order by l.line
                """)
            .withFetchSize(FETCH)
            .param(batch.id())
            .query((row, _) -> line(row))
            .stream()) {
      for (BatchFile.Line line : (Iterable<BatchFile.Line>) lines::iterator) {
        file.line(line);
      }
    }
    file.finish();
  }

  private static BatchFile.Line line(ResultSet row) throws SQLException {
    return new BatchFile.Line(
        row.getInt("line"),
        row.getString("case_id"),
        row.getString("household_id"),
        row.getString("subject_id"),
        row.getString("county"),
        row.getLong("fen"));
  }

  /** Takes a step with the cases of these lines and publishes them. */
  void step(UUID id, String step, Integer[] lines, LocalDate today, String by) {
    jdbc.sql(STEP)
        .param("batch", id)
        .param("step", step)
        .param("lines", lines)
        .param("today", today)
        .param("by", by)
        .update();
    mark(id, lines);
    CaseUpdate.publish(jdbc, outbox.traceparent());
  }

  /** Says that the cases of these lines changed. */
  void mark(UUID id, Integer[] lines) {
    jdbc.sql(
            """
            insert into touched_case (id, day)
            select case_id, :today from payment_batch_line where batch_id = :batch and line = any (:lines)
            """)
        .param("batch", id)
        .param("lines", lines)
        .param("today", businessDate.today())
        .update();
  }

  Batch changed(UUID id, State state) {
    jdbc.sql("update payment_batch set state = ?, version = version + 1 where id = ?")
        .param(state.name())
        .param(id)
        .update();
    return find(id).orElseThrow();
  }

  private static Integer[] every(int lines) {
    return Stream.iterate(1, line -> line + 1).limit(lines).toArray(Integer[]::new);
  }

  private static Batch read(ResultSet row) throws SQLException {
    return new Batch(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("programme"),
        row.getString("county"),
        row.getObject("period", Integer.class),
        row.getString("term"),
        State.valueOf(row.getString("state")),
        row.getObject("made_on", LocalDate.class),
        row.getInt("lines"),
        BatchFile.yuan(row.getLong("fen")),
        row.getInt("paid"),
        row.getInt("returned"),
        row.getInt("waiting"),
        row.getString("sha256"),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("sealed_by"),
        instant(row, "sealed_at"),
        row.getLong("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
