package io.countypulse.employment.cooperation;

import io.countypulse.employment.form.Entries;
import io.countypulse.employment.vocabulary.Provinces;
import io.countypulse.employment.worker.Asked;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.idempotency.IdempotentWrites;
import io.countypulse.platform.idempotency.WriteRequest;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/employment/cooperation")
class CooperationController {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int LONGEST_PROVINCE = 20;

  private final CooperationGoals goals;
  private final ScopedTransactions transactions;
  private final IdempotentWrites writes;
  private final BusinessDate businessDate;
  private final Units units;

  CooperationController(
      CooperationGoals goals,
      ScopedTransactions transactions,
      IdempotentWrites writes,
      BusinessDate businessDate,
      Units units) {
    this.goals = goals;
    this.transactions = transactions;
    this.writes = writes;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(
      summary = "劳务协作目标与完成 · Labour-export cooperation: targets and completion",
      description =
          "Of a year (default: that of the day). Counts the people in work in the province on the day.")
  @GetMapping
  Cooperation list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    CountyScope asked = Asked.of(scope, county, units);
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    int of = year == null ? day.getYear() : year;
    return transactions.read(scope, () -> goals.of(asked, day, of));
  }

  @Operation(
      summary = "设定劳务协作目标 · Set a target",
      description =
          "The first target of a year holds from 1 January, a change from its day; null withdraws it.")
  @PostMapping
  ResponseEntity<Cooperation> set(Caller caller, WriteRequest request, @RequestBody NewGoal body) {
    int year = year(Entries.required(body.year(), "year"));
    String province = province(Entries.requiredText(body.province(), "province", LONGEST_PROVINCE));
    UnitCode county = county(body.county());
    if (body.persons() != null && body.persons() < 0) {
      throw Entries.refused("TARGET_NEGATIVE", "persons", "目标人数不能为负数", "A target is not negative");
    }
    CountyScope asked = Asked.of(caller.scope(), county, units);
    LocalDate today = businessDate.today();
    LocalDate told = body.from() == null ? today : body.from();
    LocalDate newYear = LocalDate.of(year, 1, 1);
    LocalDate since = told.isBefore(newYear) ? newYear : told;
    return writes.once(
        caller,
        request,
        body,
        () -> {
          goals.set(county, province, year, body, since, caller.name());
          return ResponseEntity.ok(goals.of(asked, since.isAfter(today) ? since : today, year));
        });
  }

  private UnitCode county(@Nullable UnitCode told) {
    UnitCode city = units.city().code();
    if (told == null || told.equals(city)) {
      return city;
    }
    if (units.counties().stream().noneMatch(unit -> unit.code().equals(told))) {
      throw Entries.refused("UNKNOWN_COUNTY", "county", "没有这个县（市）区", "There is no such county");
    }
    return told;
  }

  private static int year(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Entries.refused(
          "YEAR_OUT_OF_RANGE", "year", "年度应在 2000 至 2100 之间", "A year from 2000 to 2100");
    }
    return year;
  }

  private static String province(String name) {
    return Provinces.find(name)
        .orElseThrow(
            () ->
                Entries.refused(
                    "UNKNOWN_PROVINCE", "province", "无法识别的省份", "There is no such province"));
  }
}
