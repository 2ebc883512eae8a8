package io.countypulse.subsidy.revision;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.programme.Programme;
import io.countypulse.subsidy.programme.Programmes;
import io.countypulse.subsidy.programme.Terms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/subsidy/programmes")
class ProgrammesController {

  private final Programmes programmes;
  private final Revisions revisions;
  private final IdempotentWrites writes;
  private final Audit audit;
  private final BusinessDate businessDate;

  ProgrammesController(
      Programmes programmes,
      Revisions revisions,
      IdempotentWrites writes,
      Audit audit,
      BusinessDate businessDate) {
    this.programmes = programmes;
    this.revisions = revisions;
    this.writes = writes;
    this.audit = audit;
    this.businessDate = businessDate;
  }

  /**
   * A programme and what it grants.
   *
   * @param terms those in force on the day; null before its first
   */
  record InForce(Programme programme, @Nullable TermsView terms) {}

  /** All programmes as of a day. */
  record ProgrammeList(LocalDate asOf, List<InForce> items) {}

  /** A programme with all its terms and who changed them. */
  record Detail(Programme programme, List<TermsView> terms, List<Revisions.Change> changes) {}

  /**
   * Terms as clients read them.
   *
   * @param amount yuan with two decimals
   * @param rate per cent
   */
  record TermsView(
      LocalDate validFrom,
      @Nullable String amount,
      @Nullable String rate,
      String entitled,
      String entitledEn,
      Map<String, Integer> deadlines) {

    static TermsView of(Terms terms) {
      return new TermsView(
          terms.validFrom(),
          terms.amount(),
          terms.rate() == null ? null : terms.rate().toPlainString(),
          terms.entitled(),
          terms.entitledEn(),
          terms.deadlines());
    }
  }

  /** New terms in force, and whom they concerned. */
  record Changed(Detail detail, Effect effect) {}

  @Operation(summary = "补助项目及标准 · The programmes and what they grant on a day")
  @GetMapping
  ProgrammeList list(@RequestParam(required = false) @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    Map<String, Terms> terms = programmes.on(day);
    return new ProgrammeList(
        day,
        programmes.all().stream()
            .map(
                programme -> {
                  @Nullable Terms inForce = terms.get(programme.code());
                  return new InForce(programme, inForce == null ? null : TermsView.of(inForce));
                })
            .toList());
  }

  @Operation(summary = "一个项目的历次标准 · All terms of a programme; its version is the ETag")
  @GetMapping("/{code}")
  ResponseEntity<Detail> find(@PathVariable String code) {
    Programme programme = programmes.find(code).orElseThrow(ProgrammesController::unknown);
    return ResponseEntity.ok()
        .eTag(ExpectedVersion.tag(programme.version()))
        .body(detail(programme));
  }

  @Operation(
      summary = "预览变更影响 · Whom new terms would concern; nothing is written",
      description = "Unpaid cases of the days the terms hold for, per county.")
  @PostMapping("/{code}/preview")
  Effect preview(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String code,
      @RequestBody NewTerms body) {
    wholeCity(caller);
    Programme programme = programmes.find(code).orElseThrow(ProgrammesController::unknown);
    Terms terms = body.checked(programme, before(code, body));
    return writes.preview(caller, () -> revisions.effect(programme, terms));
  }

  @Operation(
      summary = "变更标准 · New terms from a day on",
      description =
          "If-Match with the ETag. Terms of the same day are replaced. The amount of unpaid cases"
              + " follows; money that was sent or is on its way stays.")
  @PutMapping("/{code}")
  ResponseEntity<Changed> change(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) WriteRequest request,
      @Parameter(hidden = true) ExpectedVersion expected,
      @PathVariable String code,
      @RequestBody NewTerms body) {
    wholeCity(caller);
    return writes.once(
        caller,
        request,
        body,
        () -> {
          Programme programme = revisions.lock(code).orElseThrow(ProgrammesController::unknown);
          expected.check(programme.version());
          Terms terms = body.checked(programme, before(code, body));
          Effect effect = revisions.effect(programme, terms);
          revisions.apply(programme, terms, effect, body.why(), caller.name());
          audited(caller, terms, effect);
          Programme now = programmes.find(code).orElseThrow();
          return ResponseEntity.ok()
              .eTag(ExpectedVersion.tag(now.version()))
              .body(new Changed(detail(now), effect));
        });
  }

  private Detail detail(Programme programme) {
    return new Detail(
        programme,
        programmes.of(programme.code()).stream().map(TermsView::of).toList(),
        revisions.history(programme.code()));
  }

  /** What is not told stays as it is on that day. */
  private Terms before(String code, NewTerms body) {
    List<Terms> all = programmes.of(code);
    return all.stream()
        .filter(terms -> !terms.validFrom().isAfter(body.day()))
        .findFirst()
        .orElseGet(all::getLast);
  }

  private void audited(Caller caller, Terms terms, Effect effect) {
    Map<String, Object> detail =
        Map.of("validFrom", terms.validFrom().toString(), "cases", effect.cases());
    audit.record(
        new AuditEntry(
            caller.actor(), "PROGRAMME_CHANGED", "programme:" + terms.programme(), null, detail));
  }

  private static void wholeCity(Caller caller) {
    if (!(caller.scope() instanceof CountyScope.City)) {
      throw Problem.of(
              HttpStatus.FORBIDDEN,
              "WHOLE_CITY_ONLY",
              "须由市级部门办理",
              "补助标准适用于全市，只能由负责全市的人员变更",
              "A programme is for the whole city: only those responsible for all of it change it")
          .toException();
    }
  }

  private static RuntimeException unknown() {
    return Problem.notFound().toException();
  }
}
