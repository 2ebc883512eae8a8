package io.countypulse.subsidy.cases;

import static java.util.Objects.requireNonNull;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.figure.Asked;
import io.countypulse.subsidy.refusal.AuditedRefusals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps people take with cases, one by one or with as many as they chose (DOMAIN.md § 6). */
@RestController
@RequestMapping("/api/subsidy/cases")
class StepsController {

  private static final int LONGEST_REASON = 200;
  private static final int MOST_IDS = 100_000;
  private static final int USUAL_NOTICE_DAYS = 7;

  private final CaseSteps steps;
  private final CaseHistory history;
  private final IdempotentWrites writes;
  private final Audit audit;
  private final AuditedRefusals refusals;
  private final PersonalData personalData;
  private final BusinessDate businessDate;
  private final Units units;

  StepsController(
      CaseSteps steps,
      CaseHistory history,
      IdempotentWrites writes,
      Audit audit,
      AuditedRefusals refusals,
      PersonalData personalData,
      BusinessDate businessDate,
      Units units) {
    this.steps = steps;
    this.history = history;
    this.writes = writes;
    this.audit = audit;
    this.refusals = refusals;
    this.personalData = personalData;
    this.businessDate = businessDate;
    this.units = units;
  }

  /** One case's next step. */
  record OneStep(@Nullable String step, @Nullable String reason, @Nullable LocalDate noticeEnds) {}

  /** Which cases: by their ids, or all that a list narrowed in this way shows. */
  record ManySteps(
      @Nullable List<String> ids,
      @Nullable CaseFilter filter,
      @Nullable UnitCode county,
      @Nullable String step,
      @Nullable String reason,
      @Nullable LocalDate noticeEnds) {}

  @Operation(summary = "办理一步 · Take a step with a case")
  @PostMapping("/{id}/steps")
  ResponseEntity<CaseDetail> take(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @PathVariable String id,
      @RequestBody OneStep body) {
    Deed deed = deed(caller, body.step(), body.reason(), body.noticeEnds());
    return refusals.watch(
        caller.actor(),
        "CASE_STEP_REFUSED",
        "case:" + id,
        () -> writes.once(caller, request, body, () -> taken(caller, deed, id)));
  }

  private ResponseEntity<CaseDetail> taken(Caller caller, Deed deed, String id) {
    Outcome outcome = steps.take(List.of(id), deed);
    outcome.refused().stream().findFirst().ifPresent(StepsController::refuse);
    tell(caller, deed, "case:" + id, Map.of("step", deed.step().name()));
    return ResponseEntity.ok(
        history.find(businessDate.today(), id).orElseThrow(() -> Problem.notFound().toException()));
  }

  @Operation(
      summary = "批量办理 · Take a step with many cases",
      description = "Those that may not go on are told with the reason; the others go.")
  @PostMapping("/steps")
  ResponseEntity<Outcome> takeMany(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @RequestBody ManySteps body) {
    Deed deed = deed(caller, body.step(), body.reason(), body.noticeEnds());
    List<String> ids = body.ids();
    CaseFilter filter = body.filter();
    if ((ids == null) == (filter == null) || (ids != null && ids.size() > MOST_IDS)) {
      throw wrong("ids", "请给出个案编号（ids）或筛选条件（filter），二者选一", "Give either ids or a filter");
    }
    Asked asked = Asked.by(caller, body.county(), businessDate.today(), units);
    return writes.once(
        caller,
        request,
        body,
        () -> {
          Outcome outcome =
              ids == null
                  ? steps.take(requireNonNull(filter).query(asked, personalData), deed)
                  : steps.take(ids, deed);
          tell(
              caller,
              deed,
              "case:many",
              Map.of("step", deed.step().name(), "moved", outcome.moved()));
          return ResponseEntity.ok(outcome);
        });
  }

  private Deed deed(
      Caller caller,
      @Nullable String named,
      @Nullable String told,
      @Nullable LocalDate noticeEnds) {
    Step step =
        Step.find(named).orElseThrow(() -> wrong("step", "没有这个环节", "There is no such step"));
    String reason = told == null ? "" : told.strip();
    LocalDate today = businessDate.today();
    if (reason.length() > LONGEST_REASON
        || (reason.isEmpty() && (step == Step.REFUSED || step == Step.WITHDRAWN))) {
      throw wrong("reason", "请写明理由，不超过 200 个字", "A reason of at most 200 characters");
    }
    LocalDate ends =
        step != Step.ON_NOTICE
            ? null
            : noticeEnds == null ? today.plusDays(USUAL_NOTICE_DAYS) : noticeEnds;
    if (ends != null && !ends.isAfter(today)) {
      throw wrong("noticeEnds", "公示截止日期应晚于今天", "A notice ends after today");
    }
    return Deed.by(caller, step, today, reason, ends);
  }

  private void tell(Caller caller, Deed deed, String subject, Map<String, Object> detail) {
    audit.record(
        new AuditEntry(caller.actor(), "CASE_" + deed.step().name(), subject, null, detail));
  }

  private static void refuse(Outcome.Refused refused) {
    if (refused.code() == Refusal.NOT_FOUND) {
      throw Problem.notFound().toException();
    }
    HttpStatus status =
        refused.code() == Refusal.NOT_YOUR_STEP ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    throw Problem.of(
            status,
            refused.code().name(),
            "不能办理该环节",
            refused.code().message(),
            refused.code().messageEn())
        .toException();
  }

  private static RuntimeException wrong(String field, String detail, String detailEn) {
    return Problem.of(HttpStatus.BAD_REQUEST, "STEP_WRONG", "办理内容有误", detail, detailEn)
        .at(field)
        .toException();
  }
}
