package io.countypulse.subsidy.batch;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.batch.BankAnswers.Sent;
import io.countypulse.subsidy.batch.Batch.State;
import io.countypulse.subsidy.programme.Programme;
import io.countypulse.subsidy.programme.Programmes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
@RequestMapping("/api/subsidy/batches")
class BatchesController {

  private final Batches batches;
  private final BankAnswers answers;
  private final Programmes programmes;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final Audit audit;

  BatchesController(
      Batches batches,
      BankAnswers answers,
      Programmes programmes,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      Audit audit) {
    this.batches = batches;
    this.answers = answers;
    this.programmes = programmes;
    this.transactions = transactions;
    this.writes = writes;
    this.audit = audit;
  }

  /** Batches, newest first. */
  record BatchList(List<Batch> items) {}

  /** A batch with what came back of it. */
  record Detail(Batch batch, List<Returned> returned) {}

  /** A payment the bank sent back, and why. */
  record Returned(int line, String caseId, String county, String amount, String reason) {}

  @Operation(summary = "发放批次 · Payment batches, newest first")
  @GetMapping
  BatchList list(CountyScope scope, @RequestParam(required = false) @Nullable String programme) {
    return new BatchList(transactions.read(scope, () -> batches.all(programme)));
  }

  @Operation(summary = "一个批次 · A batch; its version is the ETag")
  @GetMapping("/{id}")
  ResponseEntity<Detail> find(CountyScope scope, @PathVariable UUID id) {
    Detail detail =
        transactions.read(
            scope,
            () -> {
              Batch batch = batches.find(id).orElseThrow(BatchesController::unknown);
              return new Detail(batch, returned(answers.sent(id)));
            });
    return ResponseEntity.ok().eTag(ExpectedVersion.tag(detail.batch().version())).body(detail);
  }

  @Operation(
      summary = "生成批次 · Put approved cases into a batch",
      description = "Every approved case of the programme, county and period, or those named.")
  @PostMapping
  ResponseEntity<Batch> make(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @RequestBody NewBatch body) {
    Programme programme = checked(body);
    @Nullable UnitCode county = body.county();
    if (county != null) {
      caller.scope().narrowedTo(county);
    }
    return writes.once(
        caller,
        request,
        body,
        () -> {
          NewBatch wanted =
              new NewBatch(
                  programme.caseProgramme(), county, body.period(), body.term(), body.ids());
          Batch made = batches.make(wanted, caller).orElseThrow(BatchesController::nothing);
          audited(caller, "BATCH_MADE", made);
          return ResponseEntity.created(URI.create("/api/subsidy/batches/" + made.id())).body(made);
        });
  }

  @Operation(
      summary = "封存批次 · Seal a batch",
      description = "Its file never changes again; by another person than who made it.")
  @PostMapping("/{id}/seal")
  ResponseEntity<Batch> seal(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @PathVariable UUID id) {
    return writes.once(
        caller,
        request,
        Map.of(),
        () -> {
          Batch batch = open(id);
          if (batch.createdBy().equals(caller.name())) {
            throw conflict(
                HttpStatus.FORBIDDEN,
                "SAME_PERSON",
                "生成与封存须由不同的人办理",
                "Who made a batch does not seal it");
          }
          Batch sealed = batches.seal(batch, title(batch), caller.name());
          audited(caller, "BATCH_SEALED", sealed);
          return ResponseEntity.ok(sealed);
        });
  }

  @Operation(summary = "撤回批次 · Take the cases of a batch back, before it is sealed")
  @PostMapping("/{id}/withdraw")
  ResponseEntity<Batch> withdraw(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @PathVariable UUID id) {
    return writes.once(
        caller,
        request,
        Map.of(),
        () -> {
          Batch withdrawn = batches.withdraw(open(id), caller.name());
          audited(caller, "BATCH_WITHDRAWN", withdrawn);
          return ResponseEntity.ok(withdrawn);
        });
  }

  @Operation(
      summary = "下载发放文件 · The bank's file of a sealed batch",
      description = "charset: UTF-8 or GB18030. The hash is that of the UTF-8 file.")
  @GetMapping("/{id}/file")
  void file(
      @Parameter(hidden = true) Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "UTF-8") String charset,
      @Parameter(hidden = true) HttpServletResponse response) {
    Charset encoding = encoding(charset);
    Batch batch =
        transactions.write(
            caller.scope(),
            () -> {
              Batch found = batches.find(id).orElseThrow(BatchesController::unknown);
              if (found.sha256() == null) {
                throw conflict(
                    HttpStatus.CONFLICT,
                    "BATCH_NOT_SEALED",
                    "批次尚未封存，封存后方可下载",
                    "The batch is not sealed yet");
              }
              audited(caller, "BATCH_FILE_TAKEN", found);
              return found;
            });
    response.setContentType("text/csv;charset=" + encoding.name());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + batch.number() + ".csv\"");
    response.setHeader("X-Batch-Sha256", batch.sha256());
    transactions.read(
        caller.scope(),
        () -> {
          try {
            batches.write(batch, title(batch), new BatchFile(response.getOutputStream(), encoding));
            return batch;
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private Programme checked(NewBatch body) {
    String code = body.programme() == null ? "" : body.programme();
    Programme programme =
        programmes
            .find(code)
            .filter(found -> found.amountKind() != Programme.AmountKind.NONE)
            .orElseThrow(() -> wrong("programme", "请选择要发放的项目", "Choose a programme that is paid"));
    if (body.term() != null && !NewBatch.TERMS.contains(body.term())) {
      throw wrong("term", "学期应为 上学期 或 下学期", "The term is 上学期 or 下学期");
    }
    if (body.term() != null && !code.equals("YULU")) {
      throw wrong("term", "只有雨露计划按学期发放", "Only Yulu grants are paid by term");
    }
    return programme;
  }

  private Batch open(UUID id) {
    Batch batch = batches.lock(id).orElseThrow(BatchesController::unknown);
    if (batch.state() != State.OPEN) {
      throw conflict(
          HttpStatus.CONFLICT,
          "BATCH_NOT_OPEN",
          "批次已封存或已撤回，不能再改",
          "The batch is sealed or withdrawn and never changes");
    }
    return batch;
  }

  private String title(Batch batch) {
    return programmes.find(batch.programme()).map(Programme::title).orElse(batch.programme());
  }

  private static List<Returned> returned(List<Sent> sent) {
    return sent.stream()
        .filter(line -> "RETURNED".equals(line.result()))
        .map(
            line ->
                new Returned(
                    line.line(),
                    line.caseId(),
                    line.county(),
                    BatchFile.yuan(line.fen()),
                    line.reason()))
        .toList();
  }

  private void audited(Caller caller, String action, Batch batch) {
    @Nullable String county = batch.county();
    audit.record(
        new AuditEntry(
            caller.actor(),
            action,
            "batch:" + batch.number(),
            county == null ? null : new UnitCode(county),
            Map.of("lines", batch.lines(), "amount", batch.amount())));
  }

  private static Charset encoding(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
      case "GB18030" -> Charset.forName("GB18030");
      case String _ -> throw wrong("charset", "编码应为 UTF-8 或 GB18030", "UTF-8 or GB18030");
    };
  }

  private static RuntimeException nothing() {
    return conflict(
        HttpStatus.CONFLICT,
        "NOTHING_TO_PAY",
        "没有符合条件、已批准且未在途的个案",
        "There is no approved case that is not on its way already");
  }

  private static RuntimeException conflict(
      HttpStatus status, String code, String detail, String detailEn) {
    return Problem.of(status, code, "不能办理", detail, detailEn).toException();
  }

  private static RuntimeException wrong(String field, String detail, String detailEn) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "BATCH_INVALID", "内容有误", detail, detailEn)
        .at(field)
        .toException();
  }

  private static RuntimeException unknown() {
    return Problem.notFound().toException();
  }
}
