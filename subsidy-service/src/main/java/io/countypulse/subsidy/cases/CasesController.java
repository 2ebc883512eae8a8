package io.countypulse.subsidy.cases;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.personal.PersonalData;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.figure.Asked;
import io.countypulse.subsidy.figure.RecordPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/subsidy")
class CasesController {

  private static final int LARGEST_PAGE = 200;

  private final CaseList cases;
  private final CaseHistory history;
  private final PersonalData personalData;
  private final BusinessDate businessDate;
  private final Units units;

  CasesController(
      CaseList cases,
      CaseHistory history,
      PersonalData personalData,
      BusinessDate businessDate,
      Units units) {
    this.cases = cases;
    this.history = history;
    this.personalData = personalData;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(
      summary = "个案列表 · Cases as of a day, whoever has waited longest first; masked",
      description = "unpaid=true: entitled and waiting. stuck=true: beyond the step's deadline.")
  @GetMapping("/cases")
  RecordPage list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable UnitCode county,
      CaseFilter filter,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    Asked asked = Asked.by(caller, county, day(asOf), units);
    CaseQuery query = filter.query(asked, personalData);
    return cases.page(caller.scope(), query, after, Math.clamp(limit, 1, LARGEST_PAGE));
  }

  @Operation(summary = "个案详情 · Everything known of a case, masked")
  @GetMapping("/cases/{id}")
  ResponseEntity<CaseDetail> find(CountyScope scope, @PathVariable String id) {
    CaseDetail found =
        history
            .find(scope, businessDate.today(), id)
            .orElseThrow(() -> Problem.notFound().toException());
    return ResponseEntity.ok().eTag(ExpectedVersion.tag(found.item().version())).body(found);
  }

  @Operation(summary = "一户各项补助 · What a household has in all programmes")
  @GetMapping("/households/{id}")
  RecordPage household(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    Asked asked = Asked.by(caller, null, day(asOf), units);
    CaseQuery query = CaseQuery.of(asked, Counted.EVERY).household(id);
    return cases.page(caller.scope(), query, after, Math.clamp(limit, 1, LARGEST_PAGE));
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    return asOf == null ? businessDate.today() : asOf;
  }
}
