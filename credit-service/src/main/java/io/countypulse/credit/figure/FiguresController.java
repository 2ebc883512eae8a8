package io.countypulse.credit.figure;

import io.countypulse.credit.loan.Asked;
import io.countypulse.credit.loan.Counted;
import io.countypulse.credit.loan.LoanPage;
import io.countypulse.credit.loan.LoanQuery;
import io.countypulse.credit.loan.Loans;
import io.countypulse.platform.access.Caller;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/credit/figures")
class FiguresController {

  private static final int LARGEST_PAGE = 200;

  private final Figures figures;
  private final Loans loans;
  private final BusinessDate businessDate;
  private final Units units;

  FiguresController(Figures figures, Loans loans, BusinessDate businessDate, Units units) {
    this.figures = figures;
    this.loans = loans;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(summary = "本部门台账数据 · Figures from the department's own records")
  @GetMapping
  FigureTable figures(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable UnitCode county) {
    Asked asked = Asked.by(caller, county, units);
    LocalDate day = day(asOf);
    return FigureTable.of(day, asked.wanted(), units, figures.tallies(caller.scope(), asked, day));
  }

  @Operation(
      summary = "数据背后的贷款名单 · The loans behind a figure",
      description = "For households, one loan each: the one by which the household counts.")
  @GetMapping("/{indicator}/records")
  LoanPage records(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String indicator,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    Asked asked = Asked.by(caller, county, units);
    LoanQuery query = LoanQuery.of(day(asOf), asked, counted(indicator));
    return loans.page(asked, query, after, Math.clamp(limit, 1, LARGEST_PAGE));
  }

  private static Counted counted(String indicator) {
    return Indicator.find(indicator)
        .flatMap(Indicator::records)
        .orElseThrow(
            () ->
                Problem.of(
                        HttpStatus.NOT_FOUND,
                        "NO_RECORDS",
                        "该指标没有名单",
                        "没有这个指标，或该指标不是由贷款记录汇总得出",
                        "There is no such indicator, or it does not come from loans")
                    .at("indicator")
                    .toException());
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    return asOf == null ? businessDate.today() : asOf;
  }
}
