package io.countypulse.credit.interest;

import io.countypulse.credit.interest.Statement.State;
import io.countypulse.credit.loan.Asked;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/credit/statements")
class StatementsController {

  private final Statements statements;
  private final IdempotentWrites writes;
  private final Audit audit;
  private final BusinessDate businessDate;
  private final Units units;

  StatementsController(
      Statements statements,
      IdempotentWrites writes,
      Audit audit,
      BusinessDate businessDate,
      Units units) {
    this.statements = statements;
    this.writes = writes;
    this.audit = audit;
    this.businessDate = businessDate;
    this.units = units;
  }

  /** Statements of a quarter. */
  record StatementList(Quarter quarter, List<Statement> items) {}

  @Operation(
      summary = "贴息结算单 · Statements of interest subsidies per bank and county",
      description = "quarter: 2024Q2; the business date's unless told. A bank sees its own.")
  @GetMapping
  StatementList list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String quarter,
      @RequestParam(required = false) @Nullable String bank,
      @RequestParam(required = false) @Nullable UnitCode county) {
    Quarter asked =
        quarter == null
            ? Quarter.of(businessDate.today())
            : Quarter.parse(quarter).orElseThrow(StatementsController::notAQuarter);
    return new StatementList(asked, statements.of(Asked.by(caller, county, units), asked, bank));
  }

  @Operation(summary = "结算单明细 · A statement with its loans; its version is the ETag")
  @GetMapping("/{id}")
  ResponseEntity<Statement.Detail> find(
      @Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
    Statement.Detail detail = detail(caller, id);
    return ResponseEntity.ok().eTag(ExpectedVersion.tag(detail.statement().version())).body(detail);
  }

  @Operation(summary = "下载结算单 · A statement as CSV")
  @GetMapping("/{id}/csv")
  ResponseEntity<byte[]> csv(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
    Statement.Detail detail = detail(caller, id);
    Statement statement = detail.statement();
    String name = "subsidy-" + statement.quarter() + "-" + statement.county() + ".csv";
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(StatementSheet.csv(detail).getBytes(StandardCharsets.UTF_8));
  }

  @Operation(
      summary = "复核结算单 · Review a statement",
      description = "Its lines are kept as they are now. Can be done again while it is not closed.")
  @PostMapping("/{id}/review")
  ResponseEntity<Statement> review(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @Parameter(hidden = true) ExpectedVersion expected,
      @PathVariable UUID id) {
    return writes.once(
        caller,
        request,
        Map.of("version", expected.value()),
        () -> {
          Statement statement = open(id, expected);
          if (!statement.over(businessDate.today())) {
            throw conflict("QUARTER_NOT_OVER", "本季度尚未结束，结束后方可复核", "The quarter is not over yet");
          }
          return step(caller, "SUBSIDY_REVIEWED", statements.review(statement.id(), caller.name()));
        });
  }

  @Operation(
      summary = "关账 · Close a reviewed statement",
      description =
          "By another person than the reviewer, quarter after quarter. It never changes again: what"
              + " later feeds correct stands as a difference in the next open statement.")
  @PostMapping("/{id}/close")
  ResponseEntity<Statement> close(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @Parameter(hidden = true) ExpectedVersion expected,
      @PathVariable UUID id) {
    return writes.once(
        caller,
        request,
        Map.of("version", expected.value()),
        () -> {
          Statement statement = open(id, expected);
          mayClose(statement, caller);
          return step(caller, "SUBSIDY_CLOSED", statements.close(id, caller.name()));
        });
  }

  private void mayClose(Statement statement, Caller caller) {
    if (statement.state() != State.REVIEWED) {
      throw conflict("NOT_REVIEWED", "结算单尚未复核", "The statement was not reviewed");
    }
    if (caller.name().equals(statement.reviewedBy())) {
      throw conflict("SAME_PERSON", "复核与关账须由不同人员办理", "Another person than the reviewer closes it");
    }
    if (statements.earlierOpen(statement.id())) {
      throw conflict(
          "EARLIER_QUARTER_OPEN", "以前季度的结算单尚未关账", "An earlier quarter is not closed yet");
    }
    if (statements.differs(statement.id())) {
      throw conflict(
          "CHANGED_SINCE_REVIEW",
          "复核之后数据有变动，请重新复核",
          "The data changed since the review: review it again");
    }
  }

  private Statement open(UUID id, ExpectedVersion expected) {
    Statement statement = statements.lock(id).orElseThrow(() -> Problem.notFound().toException());
    expected.check(statement.version());
    if (statement.state() == State.CLOSED) {
      throw conflict("STATEMENT_CLOSED", "结算单已关账，不可更改", "The statement is closed");
    }
    return statement;
  }

  private ResponseEntity<Statement> step(Caller caller, String action, Statement statement) {
    audit.record(
        new AuditEntry(
            caller.actor(),
            action,
            "statement:" + statement.id(),
            statement.county(),
            Map.of(
                "bank",
                statement.bank(),
                "quarter",
                statement.quarter().toString(),
                "amount",
                statement.amount())));
    return ResponseEntity.ok().eTag(ExpectedVersion.tag(statement.version())).body(statement);
  }

  private Statement.Detail detail(Caller caller, UUID id) {
    return statements
        .detail(Asked.by(caller, null, units), id)
        .orElseThrow(() -> Problem.notFound().toException());
  }

  private static RuntimeException conflict(String code, String detail, String detailEn) {
    return Problem.of(HttpStatus.CONFLICT, code, "结算单不能这样办理", detail, detailEn).toException();
  }

  private static RuntimeException notAQuarter() {
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "QUARTER_MALFORMED",
            "季度格式有误",
            "季度应写成 2024Q2",
            "A quarter is written 2024Q2")
        .at("quarter")
        .toException();
  }
}
