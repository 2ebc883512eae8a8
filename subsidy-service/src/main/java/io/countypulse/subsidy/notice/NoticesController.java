package io.countypulse.subsidy.notice;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Actor;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.notice.Notices.Notice;
import io.countypulse.subsidy.notice.Notices.Objection;
import io.countypulse.subsidy.refusal.AuditedRefusals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/subsidy")
class NoticesController {

  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST = 500;

  private final Notices notices;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final Audit audit;
  private final AuditedRefusals refusals;
  private final BusinessDate businessDate;

  NoticesController(
      Notices notices,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      Audit audit,
      AuditedRefusals refusals,
      BusinessDate businessDate) {
    this.notices = notices;
    this.transactions = transactions;
    this.writes = writes;
    this.audit = audit;
    this.refusals = refusals;
    this.businessDate = businessDate;
  }

  /** What somebody objects. */
  record NewObjection(@Nullable String caseId, @Nullable String text) {}

  /** That it was taken, under which number. */
  record Taken(UUID id, LocalDate madeOn) {}

  /** What is decided about an objection. */
  record Decision(@Nullable Boolean upheld, @Nullable String answer) {}

  /** Objections, oldest first. */
  record ObjectionList(List<Objection> items) {}

  @Operation(
      summary = "公示 · Cases on public notice, names masked",
      description = "Open to everybody, without a token.")
  @GetMapping("/notices")
  Notices.Page list(
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(defaultValue = "0") String after,
      @RequestParam(defaultValue = "50") int limit) {
    int offset = after.matches("\\d{1,8}") ? Integer.parseInt(after) : 0;
    int rows = Math.clamp(limit, 1, LARGEST_PAGE);
    return notices.page(businessDate.today(), county, rows, offset);
  }

  @Operation(
      summary = "提出异议 · Object to a case on notice",
      description = "Open to everybody, up to the notice's last day.")
  @PostMapping("/notices/objections")
  ResponseEntity<Taken> object(
      @RequestBody NewObjection body, @Parameter(hidden = true) HttpServletRequest request) {
    String text = body.text() == null ? "" : body.text().strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw wrong("text", "请写明异议内容，不超过 " + LONGEST + " 字", "Say what is wrong, in 500 characters");
    }
    String caseId = body.caseId() == null ? "" : body.caseId();
    Actor citizen = new Actor("public", Set.of(), request.getRemoteAddr());
    return refusals.watch(
        citizen,
        "OBJECTION_REFUSED",
        "case:" + caseId,
        () -> transactions.write(CountyScope.city(), () -> taken(citizen, caseId, text)));
  }

  private ResponseEntity<Taken> taken(Actor citizen, String caseId, String text) {
    LocalDate today = businessDate.today();
    Notice notice = notices.find(caseId).orElseThrow(() -> Problem.notFound().toException());
    if (notice.ends().isBefore(today)) {
      throw over(notice);
    }
    UUID id = notices.object(notice, text, today);
    audit.record(
        new AuditEntry(citizen, "OBJECTION_MADE", "case:" + caseId, notice.county(), Map.of()));
    return ResponseEntity.status(HttpStatus.CREATED).body(new Taken(id, today));
  }

  @Operation(summary = "异议 · Objections, oldest first; state: OPEN, UPHELD, DISMISSED")
  @GetMapping("/objections")
  ObjectionList objections(
      CountyScope scope,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String caseId) {
    return new ObjectionList(transactions.read(scope, () -> notices.objections(state, caseId)));
  }

  @Operation(
      summary = "处理异议 · Decide an objection",
      description = "No case is approved while one is open.")
  @PostMapping("/objections/{id}/decide")
  ResponseEntity<Objection> decide(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @PathVariable UUID id,
      @RequestBody Decision body) {
    Boolean upheld = body.upheld();
    String answer = body.answer() == null ? "" : body.answer().strip();
    if (upheld == null || answer.isEmpty() || answer.length() > LONGEST) {
      throw wrong("answer", "请写明处理结果与理由", "Say what was decided and why");
    }
    return writes.once(
        caller,
        request,
        body,
        () -> {
          Objection decided =
              notices
                  .decide(id, upheld, answer, caller.name())
                  .orElseThrow(() -> Problem.notFound().toException());
          audit.record(
              new AuditEntry(
                  caller.actor(),
                  "OBJECTION_DECIDED",
                  "case:" + decided.caseId(),
                  decided.county(),
                  Map.of("upheld", upheld)));
          return ResponseEntity.ok(decided);
        });
  }

  private static RuntimeException over(Notice notice) {
    return Problem.of(
            HttpStatus.CONFLICT,
            "NOTICE_OVER",
            "公示已结束",
            "该公示已于 " + notice.ends() + " 结束，不再受理异议；请直接向所在县（市）区乡村振兴部门反映。",
            "The notice ended on " + notice.ends() + ": objections are not taken any more")
        .toException();
  }

  private static RuntimeException wrong(String field, String detail, String detailEn) {
    return Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "OBJECTION_INVALID", "内容有误", detail, detailEn)
        .at(field)
        .toException();
  }
}
