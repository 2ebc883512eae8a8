package io.countypulse.subsidy.call;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.HandRows;
import io.countypulse.platform.intake.ImportContext;
import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A call entered by hand: the same checks as a row of the file. */
@RestController
@RequestMapping("/api/subsidy/calls")
class HandController {

  private static final int LONGEST_REASON = 200;

  private final CallsFile file;
  private final HandRows rows;
  private final IdempotentWrites writes;
  private final Audit audit;
  private final BusinessDate businessDate;
  private final Units units;
  private final Calls calls;

  HandController(
      CallsFile file,
      HandRows rows,
      IdempotentWrites writes,
      Audit audit,
      BusinessDate businessDate,
      Units units,
      Calls calls) {
    this.file = file;
    this.rows = rows;
    this.writes = writes;
    this.audit = audit;
    this.businessDate = businessDate;
    this.units = units;
    this.calls = calls;
  }

  /** A call as it was made. */
  record NewCall(
      @Nullable UnitCode county,
      @Nullable String personId,
      @Nullable LocalDate date,
      @Nullable Outcome outcome,
      @Nullable Map<Policy, Answer> answers) {}

  /** What is there now. */
  record Written(String personId, @Nullable LocalDate date, boolean changed, List<String> flags) {}

  /** Which call was entered by mistake, and why it is taken back. */
  record Withdrawal(@Nullable String personId, @Nullable LocalDate date, @Nullable String reason) {}

  /** What is wrong with a field. */
  record FieldFault(String field, String code, String message, String messageEn) {}

  @Operation(
      summary = "登记一次电话核查 · Enter a call by hand",
      description = "One a person and day: the same day again replaces it.")
  @PostMapping
  ResponseEntity<Written> enter(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @RequestBody NewCall body) {
    return writes.once(caller, request, body, () -> ResponseEntity.ok(write(caller, body)));
  }

  @Operation(
      summary = "撤销误登的电话核查 · Take back a call entered by mistake",
      description =
          "It counts in no figure any more; the same person and day may be entered again.")
  @PostMapping("/withdraw")
  ResponseEntity<Written> withdraw(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @RequestBody Withdrawal body) {
    String reason = body.reason() == null ? "" : body.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "REASON_MISSING",
              "内容不符合要求",
              "请写明撤销理由，不超过 200 字",
              "Say why, in at most 200 characters")
          .at("reason")
          .toException();
    }
    String person = body.personId() == null ? "" : body.personId();
    LocalDate date = body.date() == null ? LocalDate.EPOCH : body.date();
    return writes.once(
        caller, request, body, () -> ResponseEntity.ok(taken(caller, person, date, reason)));
  }

  private Written taken(Caller caller, String person, LocalDate date, String reason) {
    UnitCode county =
        calls.withdraw(person, date).orElseThrow(() -> Problem.notFound().toException());
    audit.record(
        new AuditEntry(
            caller.actor(),
            "CALL_WITHDRAWN",
            "call:" + person + "|" + date,
            county,
            Map.of("reason", reason)));
    return new Written(person, date, true, List.of());
  }

  private Written write(Caller caller, NewCall call) {
    LocalDate today = businessDate.today();
    ImportContext context =
        new ImportContext(
            UUID.randomUUID(), caller.scope(), today, CountyChange.MOVE, today, caller.actor());
    return switch (rows.apply(file, context, List.of(cells(call)))) {
      case HandRows.Outcome.Refused(List<HandRows.RowFault> faults) -> throw refused(faults);
      case HandRows.Outcome.Taken taken -> {
        String person = call.personId() == null ? "" : call.personId();
        audit.record(
            new AuditEntry(
                caller.actor(),
                "CALL_ENTERED",
                "call:" + person + "|" + call.date(),
                call.county(),
                Map.of()));
        yield new Written(
            person,
            call.date(),
            taken.applied().applied() > 0,
            taken.flags().stream().sorted().toList());
      }
    };
  }

  private Map<CallColumn, String> cells(NewCall call) {
    Map<CallColumn, String> cells = new EnumMap<>(CallColumn.class);
    cells.put(CallColumn.COUNTY, name(call.county()));
    cells.put(CallColumn.PERSON, call.personId() == null ? "" : call.personId());
    cells.put(CallColumn.DAY, call.date() == null ? "" : call.date().toString());
    cells.put(CallColumn.OUTCOME, call.outcome() == null ? "" : call.outcome().word());
    if (call.answers() != null) {
      call.answers().forEach((policy, answer) -> cells.put(policy.column(), answer.word()));
    }
    return cells;
  }

  private String name(@Nullable UnitCode county) {
    return county == null ? "" : units.find(county).map(Unit::name).orElse(county.value());
  }

  private static ErrorResponseException refused(List<HandRows.RowFault> faults) {
    List<FieldFault> told = faults.stream().map(fault -> told(fault.fault())).toList();
    FieldFault first = told.getFirst();
    ErrorResponseException problem =
        Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                first.code(),
                "内容不符合要求",
                first.message(),
                first.messageEn())
            .at(first.field())
            .toException();
    problem.getBody().setProperty("errors", told);
    return problem;
  }

  private static FieldFault told(Fault fault) {
    String field =
        switch (fault.field()) {
          case "县（市）区" -> "county";
          case "人编号" -> "personId";
          case "拨打日期" -> "date";
          case "结果" -> "outcome";
          case String _ -> "answers";
        };
    return new FieldFault(field, fault.code(), fault.message(), fault.messageEn());
  }
}
