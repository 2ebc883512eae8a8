package io.countypulse.employment.household;

import io.countypulse.employment.history.HistoryEntry;
import io.countypulse.employment.worker.Asked;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.ExpectedVersion;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/employment/households")
class HouseholdsController {

  private static final int LARGEST_PAGE = 200;

  private final Households households;
  private final HouseholdHistory history;
  private final BusinessDate businessDate;
  private final Units units;

  HouseholdsController(
      Households households, HouseholdHistory history, BusinessDate businessDate, Units units) {
    this.households = households;
    this.history = history;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(summary = "户列表 · Households", description = "q: a household code or how it begins.")
  @GetMapping
  HouseholdPage list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      Households.Filter filter,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    return households.page(
        Asked.of(scope, county, units), filter, after, Math.clamp(limit, 1, LARGEST_PAGE));
  }

  @Operation(summary = "户详情 · A household with its members and incomes")
  @GetMapping("/{id}")
  ResponseEntity<HouseholdDetail> find(CountyScope scope, @PathVariable String id) {
    HouseholdDetail household =
        households
            .find(scope, businessDate.today(), id)
            .orElseThrow(() -> Problem.notFound().toException());
    return ResponseEntity.ok().eTag(ExpectedVersion.tag(household.version())).body(household);
  }

  @Operation(summary = "变更历史 · Who changed what, when and why, newest first")
  @GetMapping("/{id}/history")
  HistoryOf history(CountyScope scope, @PathVariable String id) {
    return history
        .of(scope, id)
        .map(entries -> new HistoryOf(id, entries))
        .orElseThrow(() -> Problem.notFound().toException());
  }

  /** The changes of one record. */
  record HistoryOf(String householdId, List<HistoryEntry> entries) {}
}
