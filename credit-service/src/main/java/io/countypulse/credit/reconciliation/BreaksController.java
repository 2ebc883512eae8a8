package io.countypulse.credit.reconciliation;

import io.countypulse.credit.loan.Asked;
import io.countypulse.credit.reconciliation.Breaks.Break;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Map;
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
@RequestMapping("/api/credit/breaks")
class BreaksController {

  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST_NOTE = 500;

  private final Breaks breaks;
  private final IdempotentWrites writes;
  private final Audit audit;
  private final BusinessDate businessDate;
  private final Units units;

  BreaksController(
      Breaks breaks, IdempotentWrites writes, Audit audit, BusinessDate businessDate, Units units) {
    this.breaks = breaks;
    this.writes = writes;
    this.audit = audit;
    this.businessDate = businessDate;
    this.units = units;
  }

  /** Why a difference needs no further work. */
  record Resolution(@Nullable String note) {}

  @Operation(
      summary = "对账差异 · Differences between banks and service, newest first",
      description = "state: OPEN, RESOLVED (by a person) or CLOSED (by the data); all unless told.")
  @GetMapping
  Breaks.Page list(
      @Parameter(hidden = true) Caller caller,
      Breaks.Filter filter,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    return breaks.page(
        Asked.by(caller, county, units),
        filter,
        businessDate.today(),
        after,
        Math.clamp(limit, 1, LARGEST_PAGE));
  }

  @Operation(summary = "差异详情 · One difference; its version is the ETag")
  @GetMapping("/{id}")
  ResponseEntity<Break> find(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
    return breaks
        .find(Asked.by(caller, null, units), id, businessDate.today())
        .map(BreaksController::answer)
        .orElseThrow(() -> Problem.notFound().toException());
  }

  @Operation(
      summary = "核销差异 · Resolve a difference with a note",
      description =
          "It opens again as soon as the facts are no longer those that were seen, and closes by"
              + " itself once the difference is gone.")
  @PostMapping("/{id}/resolve")
  ResponseEntity<Break> resolve(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @Parameter(hidden = true) ExpectedVersion expected,
      @PathVariable UUID id,
      @RequestBody Resolution resolution) {
    String note = resolution.note() == null ? "" : resolution.note().strip();
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "NOTE_MISSING",
              "请填写说明",
              "核销差异须写明原因与处理情况，不超过 " + LONGEST_NOTE + " 字",
              "A note says why, in at most " + LONGEST_NOTE + " characters")
          .at("note")
          .toException();
    }
    return writes.once(
        caller, request, resolution, () -> answer(resolved(caller, expected, id, note)));
  }

  private Break resolved(Caller caller, ExpectedVersion expected, UUID id, String note) {
    LocalDate today = businessDate.today();
    Break open = breaks.lock(id, today).orElseThrow(() -> Problem.notFound().toException());
    expected.check(open.version());
    if (!open.state().equals("OPEN")) {
      throw Problem.of(
              HttpStatus.CONFLICT,
              "BREAK_NOT_OPEN",
              "差异已不在待处理状态",
              "该差异已核销或已随数据消除，无需再处理",
              "The difference was resolved, or went away with the data")
          .toException();
    }
    Break resolved = breaks.resolve(open, caller.name(), note, today);
    audit.record(
        new AuditEntry(
            caller.actor(),
            "BREAK_RESOLVED",
            "break:" + id,
            open.county(),
            Map.of("kind", open.kind().name(), "amount", open.amount())));
    return resolved;
  }

  private static ResponseEntity<Break> answer(Break told) {
    return ResponseEntity.ok().eTag(ExpectedVersion.tag(told.version())).body(told);
  }
}
