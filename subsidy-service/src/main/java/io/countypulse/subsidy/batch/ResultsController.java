package io.countypulse.subsidy.batch;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.batch.ResultFile.Fault;
import io.countypulse.subsidy.refusal.AuditedRefusals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/subsidy/batches")
class ResultsController {

  private final Batches batches;
  private final BankAnswers bank;
  private final ScopedTransactions transactions;
  private final Audit audit;
  private final AuditedRefusals refusals;
  private final BusinessDate businessDate;

  ResultsController(
      Batches batches,
      BankAnswers bank,
      ScopedTransactions transactions,
      Audit audit,
      AuditedRefusals refusals,
      BusinessDate businessDate) {
    this.batches = batches;
    this.bank = bank;
    this.transactions = transactions;
    this.audit = audit;
    this.refusals = refusals;
    this.businessDate = businessDate;
  }

  /** What a file of results changed. */
  record Outcome(Batch batch, int paid, int returned, int unchanged) {}

  @Operation(
      summary = "回盘 · Read the bank's results back",
      description =
          "The bytes of the file: H,批次号,笔数 then D,序号,金额,成功|失败,日期,失败原因. Taken whole or not at"
              + " all; told again it changes nothing.")
  @PostMapping(value = "/{id}/results")
  Outcome results(
      @Parameter(hidden = true) Caller caller, @PathVariable UUID id, @RequestBody byte[] bytes) {
    return refusals.watch(
        caller.actor(),
        "BATCH_RESULT_REFUSED",
        "batch:" + id,
        () -> transactions.write(caller.scope(), () -> answered(caller, id, bytes)));
  }

  private Outcome answered(Caller caller, UUID id, byte[] bytes) {
    ResultFile.Read file = readable(ResultFile.read(bytes, businessDate.today()));
    Batch batch = batches.lock(id).orElseThrow(() -> Problem.notFound().toException());
    ofThis(batch, file);
    Answers answers = Answers.of(file.lines(), bank.sent(id));
    if (!answers.faults().isEmpty()) {
      throw refused(answers.faults());
    }
    Batch now =
        answers.paid().isEmpty() && answers.returned().isEmpty()
            ? batch
            : bank.answer(batch, answers.paid(), answers.returned(), caller.name());
    audited(caller, now);
    return new Outcome(now, answers.paid().size(), answers.returned().size(), answers.unchanged());
  }

  private static void ofThis(Batch batch, ResultFile.Read file) {
    if (!batch.number().equals(file.number())) {
      throw conflict(
          "RESULT_OF_OTHER_BATCH",
          "这是批次 " + file.number() + " 的回盘文件，不是 " + batch.number() + "；未作任何更改",
          "The results are of another batch; nothing was changed");
    }
    if (batch.sha256() == null) {
      throw conflict(
          "BATCH_NOT_SEALED", "批次尚未封存，不会有回盘", "The batch is not sealed: there can be no results");
    }
  }

  private static ResultFile.Read readable(ResultFile file) {
    return switch (file) {
      case ResultFile.Read read -> read;
      case ResultFile.Unreadable(List<Fault> faults) -> throw refused(faults);
    };
  }

  private static ErrorResponseException refused(List<Fault> faults) {
    Fault first = faults.getFirst();
    ErrorResponseException problem =
        Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                first.code(),
                "回盘文件有误，未作任何更改",
                "第 " + first.record() + " 行：" + first.message() + "（共 " + faults.size() + " 处）",
                "Line " + first.record() + ": " + first.messageEn())
            .onLine(first.record())
            .toException();
    problem.getBody().setProperty("faults", faults);
    return problem;
  }

  private void audited(Caller caller, Batch batch) {
    @Nullable String county = batch.county();
    audit.record(
        new AuditEntry(
            caller.actor(),
            "BATCH_ANSWERED",
            "batch:" + batch.number(),
            county == null ? null : new UnitCode(county),
            Map.of("lines", batch.lines(), "amount", batch.amount())));
  }

  private static RuntimeException conflict(String code, String detail, String detailEn) {
    return Problem.of(HttpStatus.CONFLICT, code, "不能办理", detail, detailEn).toException();
  }
}
