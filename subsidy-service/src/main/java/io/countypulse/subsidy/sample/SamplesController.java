package io.countypulse.subsidy.sample;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.intake.sheet.SheetExport;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/subsidy/samples")
class SamplesController {

  private static final int MOST = 1_000;
  private static final int SEEDS = 1_000_000_000;

  /** Those of the verification calls file, so that the sheet filled in is that file. */
  private static final List<String> HEADERS =
      List.of("序号", "县（市）区", "人编号", "姓名", "拨打日期", "结果", "雨露计划", "雨露计划+", "交通补助", "小额信贷");

  private final Samples samples;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final Audit audit;
  private final BusinessDate businessDate;
  private final SecureRandom random = new SecureRandom();

  SamplesController(
      Samples samples,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      Audit audit,
      BusinessDate businessDate) {
    this.samples = samples;
    this.transactions = transactions;
    this.writes = writes;
    this.audit = audit;
    this.businessDate = businessDate;
  }

  /**
   * How to draw.
   *
   * @param month in which the calls are made; the business date's unless told
   * @param seed drawn at random unless told; the answer tells it
   */
  record NewSample(@Nullable YearMonth month, @Nullable Integer perCounty, @Nullable Long seed) {}

  /** Samples, newest first. */
  record SampleList(List<Sample> items) {}

  /** A sample with its people. */
  record Detail(Sample sample, List<Sample.Person> people) {}

  @Operation(summary = "电话核查样本 · Samples, newest first")
  @GetMapping
  SampleList list(CountyScope scope) {
    return new SampleList(transactions.read(scope, samples::all));
  }

  @Operation(summary = "一份样本 · A sample and who of it was called")
  @GetMapping("/{id}")
  Detail find(CountyScope scope, @PathVariable UUID id) {
    return transactions.read(scope, () -> detail(id));
  }

  @Operation(
      summary = "抽取样本 · Draw a stratified random sample",
      description =
          "As many in each county, the first by md5(seed|person id), without those called in the"
              + " month. The same seed draws the same people.")
  @PostMapping
  ResponseEntity<Sample> draw(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @RequestBody NewSample body) {
    Integer perCounty = body.perCounty();
    if (perCounty == null || perCounty < 1 || perCounty > MOST) {
      throw wrong("perCounty", "每县（市）区 1 至 " + MOST + " 人", "1 to " + MOST + " in each county");
    }
    Long told = body.seed();
    if (told != null && told < 0) {
      throw wrong("seed", "随机种子应为非负整数", "A seed is a whole number from 0");
    }
    YearMonth asked = body.month();
    YearMonth month = asked == null ? YearMonth.from(businessDate.today()) : asked;
    return writes.once(
        caller,
        request,
        body,
        () -> {
          long seed = told == null ? random.nextInt(SEEDS) : told;
          Sample drawn = samples.draw(caller.scope(), month, perCounty, seed, caller.name());
          audited(caller, "SAMPLE_DRAWN", drawn);
          return ResponseEntity.created(URI.create("/api/subsidy/samples/" + drawn.id()))
              .body(drawn);
        });
  }

  @Operation(
      summary = "拨打表 · The call sheet, masked; filled in, it is imported as verification calls",
      description = "Phone numbers are not kept here: the county looks them up by person number.")
  @GetMapping(value = "/{id}/sheet", produces = SheetExport.MEDIA_TYPE)
  void sheet(
      @Parameter(hidden = true) Caller caller,
      @PathVariable UUID id,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    Detail detail =
        transactions.write(
            caller.scope(),
            () -> {
              Detail found = detail(id);
              audited(caller, "CALL_SHEET_TAKEN", found.sample());
              return found;
            });
    Sample sample = detail.sample();
    String watermark =
        "%s 电话核查抽样 · 随机种子 %d · 每县（市）区 %d 人 · %s 于 %s 下载 · 仅供核查使用"
            .formatted(
                sample.month(),
                sample.seed(),
                sample.perCounty(),
                caller.name(),
                businessDate.today());
    response.setContentType(SheetExport.MEDIA_TYPE);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"call-sheet-" + sample.month() + ".xlsx\"");
    try (var sheet = new SheetExport(response.getOutputStream(), "拨打表", watermark, HEADERS)) {
      for (Sample.Person person : detail.people()) {
        sheet.row(
            Arrays.asList(
                Integer.toString(person.place()),
                person.countyName(),
                person.personId(),
                person.maskedName(),
                "",
                "",
                "",
                "",
                "",
                ""));
      }
    }
  }

  private Detail detail(UUID id) {
    Sample sample = samples.find(id).orElseThrow(() -> Problem.notFound().toException());
    return new Detail(sample, samples.people(id));
  }

  private void audited(Caller caller, String action, Sample sample) {
    audit.record(
        new AuditEntry(
            caller.actor(),
            action,
            "sample:" + sample.id(),
            null,
            Map.of("seed", sample.seed(), "people", sample.people())));
  }

  private static RuntimeException wrong(String field, String detail, String detailEn) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "SAMPLE_INVALID", "内容有误", detail, detailEn)
        .at(field)
        .toException();
  }
}
