package io.countypulse.employment.worker;

import io.countypulse.employment.history.HistoryEntry;
import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.intake.sheet.SheetExport;
import io.countypulse.platform.personal.IdentityNumber;
import io.countypulse.platform.personal.Masked;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
@RequestMapping("/api/employment/workers")
class WorkersController {

  private static final int LONGEST_REASON = 200;
  private static final int LARGEST_PAGE = 200;

  private final Workers workers;
  private final WorkerRecords records;
  private final WorkerHistory history;
  private final WorkersExport export;
  private final PersonalData personalData;
  private final BusinessDate businessDate;
  private final Units units;

  WorkersController(
      Workers workers,
      WorkerRecords records,
      WorkerHistory history,
      WorkersExport export,
      PersonalData personalData,
      BusinessDate businessDate,
      Units units) {
    this.workers = workers;
    this.records = records;
    this.history = history;
    this.export = export;
    this.personalData = personalData;
    this.businessDate = businessDate;
    this.units = units;
  }

  /** Conditions a list may be narrowed by. */
  record Filter(
      @Nullable Boolean working,
      @Nullable WorkArea area,
      @Nullable HouseholdCategory category,
      @Nullable Labour labour,
      @Nullable String township,
      @Nullable String village,
      @Nullable String q) {

    /** As the audit may know it: a number searched for is masked. */
    String told() {
      return Stream.of(
              working,
              area,
              category,
              labour,
              township,
              village,
              q == null ? null : Masked.identityNumber(q))
          .filter(Objects::nonNull)
          .map(Object::toString)
          .collect(Collectors.joining(" "));
    }
  }

  @Operation(
      summary = "务工人员列表 · Workers, masked",
      description = "q: a person or household code (or how it begins), or a whole identity number.")
  @GetMapping
  WorkerPage list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      Filter filter,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    CountyScope asked = Asked.of(scope, county, units);
    WorkerQuery query = narrowed(WorkerQuery.of(day, asked, Counted.REGISTERED), filter);
    return workers.page(scope, query, after, Math.clamp(limit, 1, LARGEST_PAGE));
  }

  @Operation(
      summary = "导出名单（脱敏、留痕） · The list as a spreadsheet, masked and audited",
      description = "The same conditions as the list; a reason is required.")
  @GetMapping(value = "/export", produces = SheetExport.MEDIA_TYPE)
  void export(
      Caller caller,
      @RequestParam(required = false) @Nullable UnitCode county,
      Filter filter,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(defaultValue = "") String reason,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    String why = checked(reason, "请填写导出事由", "导出名单必须写明事由，不超过 " + LONGEST_REASON + " 个字");
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    CountyScope asked = Asked.of(caller.scope(), county, units);
    WorkerQuery query = narrowed(WorkerQuery.of(day, asked, Counted.REGISTERED), filter);
    response.setContentType(SheetExport.MEDIA_TYPE);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("务工人员-" + day + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    export.write(caller, asked, query, filter.told(), why, response.getOutputStream());
  }

  @Operation(summary = "务工人员详情 · Everything known of a worker, masked")
  @GetMapping("/{id}")
  ResponseEntity<WorkerDetail> find(CountyScope scope, @PathVariable String id) {
    WorkerDetail worker =
        records.find(scope, id).orElseThrow(() -> Problem.notFound().toException());
    return ResponseEntity.ok().eTag(ExpectedVersion.tag(worker.version())).body(worker);
  }

  @Operation(summary = "变更历史 · Who changed what, when and why, newest first; masked")
  @GetMapping("/{id}/history")
  HistoryOf history(CountyScope scope, @PathVariable String id) {
    return history
        .of(scope, id)
        .map(entries -> new HistoryOf(id, entries))
        .orElseThrow(() -> Problem.notFound().toException());
  }

  /** The changes of one record. */
  record HistoryOf(String personId, List<HistoryEntry> entries) {}

  /** Why somebody wants to know. */
  record Reason(@Nullable String reason) {}

  /** Who it is. */
  record Revealed(String name, String identityNumber) {}

  @Operation(summary = "查看完整身份信息（留痕） · Name and number in full, audited")
  @PostMapping("/{id}/reveal")
  Revealed reveal(Caller caller, @PathVariable String id, @RequestBody Reason body) {
    String reason =
        checked(body.reason(), "请填写查看事由", "查看完整身份信息必须写明事由，不超过 " + LONGEST_REASON + " 个字");
    return records
        .reveal(caller, id, reason)
        .map(person -> new Revealed(person.name(), person.identityNumber().value()))
        .orElseThrow(() -> Problem.notFound().toException());
  }

  private static String checked(@Nullable String told, String title, String detail) {
    String reason = told == null ? "" : told.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "REASON_MISSING",
              title,
              detail,
              "A reason of at most " + LONGEST_REASON + " characters is required")
          .at("reason")
          .toException();
    }
    return reason;
  }

  private WorkerQuery narrowed(WorkerQuery query, Filter filter) {
    if (filter.working() != null) {
      query.working(filter.working());
    }
    if (filter.area() != null) {
      query.area(filter.area());
    }
    if (filter.category() != null) {
      query.category(filter.category());
    }
    if (filter.labour() != null) {
      query.labour(filter.labour());
    }
    if (filter.township() != null) {
      query.township(filter.township());
    }
    if (filter.village() != null) {
      query.village(filter.village());
    }
    return filter.q() == null || filter.q().isBlank() ? query : searched(query, filter.q());
  }

  private WorkerQuery searched(WorkerQuery query, String text) {
    return IdentityNumber.read(text, businessDate.today())
            instanceof IdentityNumber.Accepted(IdentityNumber number, boolean _)
        ? query.identityHash(Personal.hash(personalData, number))
        : query.codePrefix(
            text.strip().toUpperCase(Locale.ROOT),
            units.rows().stream().map(unit -> unit.code().value()).toList());
  }
}
