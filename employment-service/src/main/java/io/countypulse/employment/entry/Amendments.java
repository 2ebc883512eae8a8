package io.countypulse.employment.entry;

import io.countypulse.employment.entry.Entries.Applied;
import io.countypulse.employment.entry.Entries.Signature;
import io.countypulse.employment.entry.Reach.Touched;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what by hand and why: for the history of the record, and for the audit. */
@Repository
class Amendments {

  private final JdbcClient jdbc;
  private final Audit audit;

  Amendments(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  void write(
      Caller caller,
      Change change,
      Applied applied,
      @Nullable String reason,
      Signature by,
      LocalDate today) {
    jdbc.sql(
            """
            insert into amendment (id, action, subject, actor, approved_by, reason, business_date)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(applied.id())
        .param(change.action().name())
        .param(change.subject())
        .param(by.actor())
        .param(by.approvedBy())
        .param(reason)
        .param(today)
        .update();
    Map<String, Object> detail = new HashMap<>(Map.of("amendment", applied.id().toString()));
    if (reason != null) {
      detail.put("reason", reason);
    }
    if (by.approvedBy() != null) {
      detail.put("requestedBy", by.actor());
    }
    audit.record(
        new AuditEntry(
            caller.actor(),
            change.action().name(),
            change.subject(),
            applied.touched().stream().map(Touched::county).findFirst().orElse(null),
            detail));
  }
}
