package io.countypulse.subsidy.cases;

import io.countypulse.platform.outbox.Outbox;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes steps with any number of cases at once, within the running transaction and its scope: those
 * that may not go on are told, the others go. What may follow what is one table of the database
 * ({@code case_transition}).
 */
@Repository
public class CaseSteps {

  private static final String BY_IDS =
      "select distinct id, null::int8 as fen, '' as term from unnest(:ids::text[]) as t (id)";

  private static final String BY_PAYMENTS =
      "select * from unnest(:ids::text[], :fens::int8[], :terms::text[]) as t (id, fen, term)";

  private static final String JUDGE =
      """
      create temporary table judged on commit drop as
      with chosen as ({chosen})
      select ch.id collate "C" as id, ch.fen, ch.term, coalesce(d.place, 0) as place,
        case
          when c.id is null or (current_setting('pulse.counties', true) <> '*'
            and c.county <> all (string_to_array(current_setting('pulse.counties', true), ','))) then 'NOT_FOUND'
          when t.next is null then 'STEP_NOT_ALLOWED'
          when t.by_whom <> all (:may::text[]) then 'NOT_YOUR_STEP'
          when :step in ('REFUSED', 'RETURNED', 'WITHDRAWN') then null
          when c.entitled_from is null or c.entitled_from > :on then 'NOT_ENTITLED_YET'
          when c.entitled_fen is null then 'COUNTED_ONLY'
          when c.paid_fen >= c.entitled_fen then 'PAID_IN_FULL'
          when :step = 'APPROVED' and d.verifier = :by then 'SAME_PERSON'
          when :step = 'APPROVED' and c.step = 'ON_NOTICE' and d.notice_ends >= :on then 'NOTICE_RUNNING'
          when :step = 'APPROVED' and exists (
            select from case_objection o where o.case_id = ch.id and o.state = 'OPEN') then 'OBJECTION_OPEN'
          when :step = 'APPROVED' and exists (
            select from case_objection o
            where o.case_id = ch.id and o.state = 'UPHELD' and o.made_at >= d.posted_at) then 'OBJECTION_UPHELD'
          when ch.fen is not null and exists (
            select from case_payment p where p.case_id = ch.id and p.term = ch.term and p.returned_on is null)
            then 'PAID_TWICE'
          when c.paid_fen + ch.fen > c.entitled_fen then 'ABOVE_AMOUNT'
        end as refusal
      from chosen ch
      left join subsidy_case c on c.id = ch.id
      left join lateral (
        select max(s.place) as place,
          (array_agg(s.by_name order by s.place desc) filter (where s.step = 'VERIFIED'))[1] as verifier,
          (array_agg(s.notice_ends order by s.place desc) filter (where s.step = 'ON_NOTICE'))[1] as notice_ends,
          max(s.recorded_at) filter (where s.step = 'ON_NOTICE') as posted_at
        from case_step s
        where s.case_id = ch.id
      ) as d on true
      left join case_transition t on t.step = c.step and t.next = :step
      """;

  private static final String TAKE =
      """
      with taken as (
        insert into case_step (case_id, place, step, on_day, by_name, reason, notice_ends, batch_id)
        select id, place + 1, :step, :on, :by, :reason, :noticeEnds, :batch from judged where refusal is null
        returning case_id
      )
      insert into touched_case select case_id, :on from taken
      """;

  private static final String PAY =
      """
      insert into case_payment (case_id, term, paid_on, fen, made_by, batch_id)
      select id, term, :on, fen, :by, :batch from judged where refusal is null
      """;

  private static final String SEND_BACK =
      """
      update case_payment p set returned_on = greatest(:on, p.paid_on)
      from judged j
      where j.id = p.case_id and j.refusal is null and p.returned_on is null and p.made_by is not null
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;

  CaseSteps(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /**
   * Money for a case.
   *
   * @param fen more than nothing
   * @param term empty where the whole period is paid at once
   */
  public record Paid(String caseId, long fen, String term) {}

  /** Takes a step with the cases of these ids. */
  public Outcome take(List<String> ids, Deed deed) {
    return take(BY_IDS, Map.of("ids", ids.toArray(String[]::new)), deed);
  }

  /** Takes a step with all cases found. */
  public Outcome take(CaseQuery found, Deed deed) {
    String ids = "select id, null::int8 as fen, '' as term from (" + found.sql() + ") as found";
    return take(ids, found.values(), deed);
  }

  /**
   * Pays, and takes the step PAID with it. Nothing is paid twice, above the amount or before it is
   * due; the database's own constraints stand behind that.
   */
  public Outcome pay(List<Paid> payments, Deed deed) {
    if (deed.step() != Step.PAID) {
      throw new IllegalArgumentException("paying is the step PAID");
    }
    return take(
        BY_PAYMENTS,
        Map.of(
            "ids", payments.stream().map(Paid::caseId).toArray(String[]::new),
            "fens", payments.stream().map(Paid::fen).toArray(Long[]::new),
            "terms", payments.stream().map(Paid::term).toArray(String[]::new)),
        deed);
  }

  private Outcome take(String chosen, Map<String, ?> values, Deed deed) {
    CaseUpdate.begin(jdbc);
    jdbc.sql("drop table if exists judged").update();
    bound(JUDGE.replace("{chosen}", chosen), deed)
        .params(values)
        .param("may", deed.may().toArray(String[]::new))
        .update();
    int moved =
        bound(TAKE, deed)
            .param("reason", deed.reason())
            .param("noticeEnds", deed.noticeEnds())
            .param("batch", deed.batch())
            .update();
    if (deed.step() == Step.PAID) {
      bound(PAY, deed).param("batch", deed.batch()).update();
    } else if (deed.step() == Step.RETURNED) {
      bound(SEND_BACK, deed).update();
    }
    CaseUpdate.publish(jdbc, outbox.traceparent());
    return new Outcome(moved, refused());
  }

  private JdbcClient.StatementSpec bound(String sql, Deed deed) {
    return jdbc.sql(sql)
        .param("step", deed.step().name())
        .param("on", deed.on())
        .param("by", deed.by());
  }

  private List<Outcome.Refused> refused() {
    return jdbc.sql(
            """
            select refusal, count(*)::int4 as count, (array_agg(id order by id))[1:100] as ids
            from judged
            where refusal is not null
            group by refusal
            order by refusal
            """)
        .query(
            (row, _) -> {
              String[] ids = (String[]) row.getArray("ids").getArray();
              return Outcome.Refused.of(
                  Refusal.valueOf(row.getString("refusal")), row.getInt("count"), List.of(ids));
            })
        .list();
  }
}
