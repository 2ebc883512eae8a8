package io.countypulse.credit.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which households may owe 50,000 yuan more than the cap of 50,000 (DOMAIN.md § 5). */
@RestController
@RequestMapping("/api/credit/households/{id}/approval")
class ApprovalsController {

  private static final int LONGEST_NOTE = 200;

  private final JdbcClient jdbc;
  private final IdempotentWrites writes;
  private final Audit audit;
  private final BusinessDate businessDate;

  ApprovalsController(
      JdbcClient jdbc, IdempotentWrites writes, Audit audit, BusinessDate businessDate) {
    this.jdbc = jdbc;
    this.writes = writes;
    this.audit = audit;
    this.businessDate = businessDate;
  }

  /** What is entered. */
  record Entry(
      @Nullable LocalDate approvedOn, @Nullable LocalDate withdrawnOn, @Nullable String note) {}

  /** An approval as it stands. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Approval(
      String householdId,
      LocalDate approvedOn,
      @Nullable LocalDate withdrawnOn,
      String note,
      long version) {}

  @Operation(summary = "追加额度审批 · The approval of a household")
  @GetMapping
  Approval find(@PathVariable String id) {
    return approval(id).stream().findFirst().orElseThrow(() -> Problem.notFound().toException());
  }

  @Operation(
      summary = "登记或撤销追加额度 · Approve a household, or withdraw the approval on a day",
      description = "Loans above the cap keep their flag until an approval holds.")
  @PutMapping
  ResponseEntity<Approval> put(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @PathVariable String id,
      @RequestBody Entry entry) {
    LocalDate approved = entry.approvedOn() == null ? businessDate.today() : entry.approvedOn();
    String note = entry.note() == null ? "" : entry.note().strip();
    check(approved, entry.withdrawnOn(), note);
    return writes.once(
        caller,
        request,
        entry,
        () -> {
          write(id, approved, entry.withdrawnOn(), note);
          Map<String, Object> detail = new HashMap<>(Map.of("approvedOn", approved.toString()));
          if (entry.withdrawnOn() != null) {
            detail.put("withdrawnOn", entry.withdrawnOn().toString());
          }
          audit.record(
              new AuditEntry(
                  caller.actor(), "HOUSEHOLD_APPROVED", "household:" + id, null, detail));
          return ResponseEntity.ok(approval(id).getFirst());
        });
  }

  private void check(LocalDate approved, @Nullable LocalDate withdrawn, String note) {
    if (approved.isAfter(businessDate.today())) {
      throw wrong("approvedOn", "审批日期不能晚于今天", "The approval cannot lie in the future");
    }
    if (withdrawn != null && withdrawn.isBefore(approved)) {
      throw wrong("withdrawnOn", "撤销日期早于审批日期", "Withdrawn before it was approved");
    }
    if (note.length() > LONGEST_NOTE) {
      throw wrong("note", "备注不超过 200 字", "A note of at most 200 characters");
    }
  }

  private void write(String id, LocalDate approved, @Nullable LocalDate withdrawn, String note) {
    jdbc.sql(
            """
            insert into household_approval as a (household_id, approved_on, withdrawn_on, note)
            values (?, ?, ?, ?)
            on conflict (household_id) do update set
              approved_on = excluded.approved_on, withdrawn_on = excluded.withdrawn_on,
              note = excluded.note, version = a.version + 1, recorded_at = now()
            where (a.approved_on, a.withdrawn_on, a.note)
              is distinct from (excluded.approved_on, excluded.withdrawn_on, excluded.note)
            """)
        .param(id)
        .param(approved)
        .param(withdrawn)
        .param(note)
        .update();
  }

  private List<Approval> approval(String id) {
    return jdbc.sql("select * from household_approval where household_id = ?")
        .param(id)
        .query(Approval.class)
        .list();
  }

  private static RuntimeException wrong(String field, String detail, String detailEn) {
    return Problem.of(HttpStatus.BAD_REQUEST, "APPROVAL_WRONG", "登记内容有误", detail, detailEn)
        .at(field)
        .toException();
  }
}
