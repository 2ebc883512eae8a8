package io.countypulse.subsidy.batch;

import io.countypulse.platform.time.BusinessDate;
import io.countypulse.subsidy.batch.Batch.State;
import io.countypulse.subsidy.cases.CaseUpdate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the bank answers to the payments of a batch, set by set; in the caller's transaction. */
@Repository
class BankAnswers {

  private static final String ANSWERED =
      """
      with told as (
        select * from unnest(:lines::int4[], :paid::bool[], :days::date[], :reasons::text[])
          as told (line, paid, day, reason)
      )
      update payment_batch_line l set
        result = case when t.paid then 'PAID' else 'RETURNED' end, result_on = t.day, reason = t.reason
      from told t
      where l.batch_id = :batch and l.line = t.line
      """;

  private static final String PAY =
      """
      insert into case_payment (case_id, term, paid_on, fen, made_by, batch_id)
      select l.case_id, b.term, l.result_on, l.fen, :by, b.id
      from payment_batch_line l
      join payment_batch b on b.id = l.batch_id
      where l.batch_id = :batch and l.line = any (:lines)
      order by l.case_id
      """;

  private final JdbcClient jdbc;
  private final BusinessDate businessDate;
  private final Batches batches;

  BankAnswers(JdbcClient jdbc, BusinessDate businessDate, Batches batches) {
    this.jdbc = jdbc;
    this.businessDate = businessDate;
    this.batches = batches;
  }

  /** The amounts and answers of a batch by line. */
  List<Sent> sent(UUID id) {
    return jdbc.sql(
            """
            select l.line, l.case_id, l.county, l.fen, l.result, l.result_on, l.reason, c.entitled_from
            from payment_batch_line l join subsidy_case c on c.id = l.case_id
            where l.batch_id = ? order by l.line
            """)
        .param(id)
        .query(Sent.class)
        .list();
  }

  /** A payment on its way, or answered. */
  record Sent(
      int line,
      String caseId,
      String county,
      long fen,
      @Nullable String result,
      @Nullable LocalDate resultOn,
      String reason,
      @Nullable LocalDate entitledFrom) {}

  /** Takes the bank's answers in: payments are made, returns go back with their reason. */
  Batch answer(Batch batch, List<ResultFile.Line> paid, List<ResultFile.Line> returned, String by) {
    CaseUpdate.begin(jdbc);
    tell(batch.id(), Stream.concat(paid.stream(), returned.stream()).toList());
    jdbc.sql(PAY).param("by", by).param("batch", batch.id()).param("lines", numbers(paid)).update();
    takeBack(batch.id(), returned);
    batches.mark(batch.id(), numbers(paid));
    batches.step(batch.id(), "RETURNED", numbers(returned), businessDate.today(), by);
    boolean over =
        jdbc.sql(
                "select not exists (select from payment_batch_line where batch_id = ? and result is null)")
            .param(batch.id())
            .query(Boolean.class)
            .single();
    return batches.changed(batch.id(), over ? State.CLOSED : State.SEALED);
  }

  private void tell(UUID id, List<ResultFile.Line> lines) {
    jdbc.sql(ANSWERED)
        .param("batch", id)
        .param("lines", numbers(lines))
        .param("paid", lines.stream().map(ResultFile.Line::paid).toArray(Boolean[]::new))
        .param("days", lines.stream().map(line -> line.day().toString()).toArray(String[]::new))
        .param("reasons", lines.stream().map(ResultFile.Line::reason).toArray(String[]::new))
        .update();
  }

  /** Money the bank had paid and sends back after all. */
  private void takeBack(UUID id, List<ResultFile.Line> returned) {
    jdbc.sql(
            """
            update case_payment p set returned_on = l.result_on
            from payment_batch_line l
            where l.batch_id = :batch and l.line = any (:lines)
              and p.case_id = l.case_id and p.batch_id = :batch and p.returned_on is null
            """)
        .param("batch", id)
        .param("lines", numbers(returned))
        .update();
  }

  private static Integer[] numbers(List<ResultFile.Line> lines) {
    return lines.stream().map(ResultFile.Line::line).toArray(Integer[]::new);
  }
}
