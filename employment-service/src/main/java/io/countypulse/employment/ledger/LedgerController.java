package io.countypulse.employment.ledger;

import io.countypulse.employment.paging.Page;
import io.countypulse.employment.worker.Asked;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/employment/ledgers")
class LedgerController {

  private final Ledgers ledgers;
  private final Acceptance acceptance;
  private final Audit audit;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final BusinessDate businessDate;
  private final Units units;

  LedgerController(
      Ledgers ledgers,
      Acceptance acceptance,
      Audit audit,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      BusinessDate businessDate,
      Units units) {
    this.ledgers = ledgers;
    this.acceptance = acceptance;
    this.audit = audit;
    this.transactions = transactions;
    this.writes = writes;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(
      summary = "账账相符：比对报告 · Comparisons with other systems, the last day first",
      description =
          "An export is handed in as an import of kind ledger, asOf the day it speaks for; the"
              + " report has the import's id. share: people that agree, per cent.")
  @GetMapping
  Page<Report> list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = Asked.of(scope, county, units);
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    return transactions.read(scope, () -> ledgers.page(asked, day, after, Page.rows(limit)));
  }

  @Operation(summary = "一份比对报告 · One comparison")
  @GetMapping("/{id}")
  Report find(CountyScope scope, @PathVariable UUID id) {
    return transactions.read(scope, () -> report(scope, id));
  }

  @Operation(
      summary = "差异清单 · Its differences",
      description = "kind: ONLY_HERE, ONLY_THERE, DIFFERS; field: COUNTY, WORKING, AREA, PROVINCE.")
  @GetMapping("/{id}/differences")
  Page<Difference> differences(
      CountyScope scope,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UnitCode county,
      Ledgers.Filter filter,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = Asked.of(scope, county, units);
    return transactions.read(
        scope,
        () -> ledgers.differences(asked, report(scope, id), filter, after, Page.rows(limit)));
  }

  @Operation(
      summary = "采纳对方数据 · Take over what the other system says",
      description = "Numbers, or all that are open. Applied as a workers file of the compared day.")
  @PostMapping("/{id}/accept")
  ResponseEntity<Acceptance.Outcome> accept(
      Caller caller, WriteRequest request, @PathVariable UUID id, @RequestBody Decision body) {
    Decision asked = body.checked();
    return writes.once(
        caller,
        request,
        body,
        () -> {
          Report report = report(caller.scope(), id);
          Acceptance.Outcome outcome = acceptance.accept(caller, id, report.day(), asked);
          audit(caller, "LEDGER_ACCEPTED", id, Map.of("accepted", outcome.accepted()));
          return ResponseEntity.ok(outcome);
        });
  }

  /** How many differences were settled. */
  record Kept(int kept) {}

  @Operation(summary = "保留本部门数据 · Keep what the register says")
  @PostMapping("/{id}/keep")
  ResponseEntity<Kept> keep(
      Caller caller, WriteRequest request, @PathVariable UUID id, @RequestBody Decision body) {
    Decision asked = body.checked();
    return writes.once(
        caller,
        request,
        body,
        () -> {
          report(caller.scope(), id);
          Kept kept = new Kept(ledgers.keep(id, asked, caller.name()));
          audit(caller, "LEDGER_KEPT", id, Map.of("kept", kept.kept()));
          return ResponseEntity.ok(kept);
        });
  }

  private void audit(Caller caller, String action, UUID id, Map<String, Object> detail) {
    audit.record(new AuditEntry(caller.actor(), action, "ledger:" + id, null, detail));
  }

  private Report report(CountyScope scope, UUID id) {
    return ledgers.find(scope, id).orElseThrow(() -> Problem.notFound().toException());
  }
}
