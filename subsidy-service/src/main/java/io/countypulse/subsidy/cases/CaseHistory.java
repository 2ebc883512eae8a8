package io.countypulse.subsidy.cases;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One case with its payments and steps. */
@Repository
class CaseHistory {

  /** Deeds, and around them what follows from facts alone; as published. */
  private static final String STEPS =
      """
      with deed as (select * from case_step where case_id = :id),
      c as (
        select c.*, (select min(on_day) from deed) as first_deed, (select max(on_day) from deed) as last_day,
          (select step from deed order by place desc limit 1) as last_deed
        from subsidy_case c where c.id = :id
      )
      select 0 as place, least(detected_on, first_deed, paid_from) as on_day, 'DETECTED' as step, null as by_name,
        '' as reason, null::date as notice_ends, null::uuid as batch_id, null::timestamptz as recorded_at
      from c where detected_on is not null and (withdrawn_on is null or withdrawn_on >= detected_on)
      union all
      select place, on_day, step, by_name, reason, notice_ends, batch_id, recorded_at from deed
      union all
      select 1000000, greatest(step_from, last_day), step, null, '', null, null, null
      from c where step in ('PAID', 'WITHDRAWN') and step is distinct from last_deed
      order by place
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final CaseList cases;

  CaseHistory(ScopedTransactions transactions, JdbcClient jdbc, CaseList cases) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.cases = cases;
  }

  Optional<CaseDetail> find(CountyScope scope, LocalDate day, String id) {
    return transactions.read(scope, () -> find(day, id));
  }

  /** The same within the running transaction. */
  Optional<CaseDetail> find(LocalDate day, String id) {
    return cases
        .find(day, id)
        .map(item -> new CaseDetail(item, payments(id), steps(id), next(item.step())));
  }

  private List<CaseDetail.Payment> payments(String id) {
    return jdbc.sql("select * from case_payment where case_id = ? order by paid_on, term, id")
        .param(id)
        .query((row, _) -> payment(row))
        .list();
  }

  private List<CaseDetail.Taken> steps(String id) {
    return jdbc.sql(STEPS).param("id", id).query((row, _) -> step(row)).list();
  }

  /** What people may do next; batches do the rest. */
  private List<String> next(Step step) {
    return jdbc.sql(
            "select next from case_transition where step = ? and by_whom <> 'BATCH' order by next")
        .param(step.name())
        .query(String.class)
        .list();
  }

  private static CaseDetail.Payment payment(ResultSet row) throws SQLException {
    return new CaseDetail.Payment(
        row.getObject("paid_on", LocalDate.class),
        CaseList.yuan(row.getLong("fen")),
        row.getString("term"),
        row.getObject("returned_on", LocalDate.class),
        row.getString("made_by"),
        row.getObject("batch_id", UUID.class),
        row.getObject("import_id", UUID.class));
  }

  private static CaseDetail.Taken step(ResultSet row) throws SQLException {
    Step step = Step.valueOf(row.getString("step"));
    @Nullable OffsetDateTime recorded = row.getObject("recorded_at", OffsetDateTime.class);
    return new CaseDetail.Taken(
        row.getObject("on_day", LocalDate.class),
        step,
        step.title(),
        row.getString("by_name"),
        row.getString("reason"),
        row.getObject("notice_ends", LocalDate.class),
        row.getObject("batch_id", UUID.class),
        recorded == null ? null : recorded.toInstant());
  }
}
