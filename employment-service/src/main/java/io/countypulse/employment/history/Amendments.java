package io.countypulse.employment.history;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what by hand and why: for the history of the record, and for the audit. */
@Repository
public class Amendments {

  private final JdbcClient jdbc;
  private final Audit audit;
  private final BusinessDate businessDate;

  Amendments(JdbcClient jdbc, Audit audit, BusinessDate businessDate) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.businessDate = businessDate;
  }

  /**
   * One change by hand.
   *
   * @param id what the changed records refer to
   * @param action in capitals
   * @param subject {@code worker:P1}
   * @param county whose figures it touches first
   * @param by who asked for it
   * @param approvedBy the second person, where there was one
   */
  public record Amendment(
      UUID id,
      String action,
      String subject,
      @Nullable UnitCode county,
      String by,
      @Nullable String approvedBy,
      @Nullable String reason) {}

  /** Writes it down beside the change itself, in the running transaction. */
  public void write(Caller caller, Amendment amendment) {
    jdbc.sql(
            """
            insert into amendment (id, action, subject, actor, approved_by, reason, business_date)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(amendment.id())
        .param(amendment.action())
        .param(amendment.subject())
        .param(amendment.by())
        .param(amendment.approvedBy())
        .param(amendment.reason())
        .param(businessDate.today())
        .update();
    audit.record(
        new AuditEntry(
            caller.actor(),
            amendment.action(),
            amendment.subject(),
            amendment.county(),
            detail(amendment)));
  }

  private static Map<String, Object> detail(Amendment amendment) {
    Map<String, Object> detail = new HashMap<>(Map.of("amendment", amendment.id().toString()));
    if (amendment.reason() != null) {
      detail.put("reason", amendment.reason());
    }
    if (amendment.approvedBy() != null) {
      detail.put("requestedBy", amendment.by());
    }
    return detail;
  }
}
