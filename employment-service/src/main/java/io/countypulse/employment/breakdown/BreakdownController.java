package io.countypulse.employment.breakdown;

import io.countypulse.employment.worker.Asked;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/employment/breakdowns")
class BreakdownController {

  private final Breakdowns breakdowns;
  private final BusinessDate businessDate;
  private final Units units;

  BreakdownController(Breakdowns breakdowns, BusinessDate businessDate, Units units) {
    this.breakdowns = breakdowns;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(
      summary = "务工结构分析 · People in work by area, province, sector, post or workshop",
      description =
          "by: area, province, sector, post, workshop. The parts of a county make up employment.working.")
  @GetMapping
  Breakdown breakdown(
      CountyScope scope,
      @RequestParam String by,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    CountyScope asked = Asked.of(scope, county, units);
    return breakdowns.of(scope, asked, asOf == null ? businessDate.today() : asOf, dimension(by));
  }

  private static Dimension dimension(String text) {
    return Dimension.of(text)
        .orElseThrow(
            () ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "DIMENSION_UNKNOWN",
                        "没有这种分类",
                        "by 应为 area、province、sector、post 或 workshop",
                        "It is area, province, sector, post or workshop")
                    .at("by")
                    .toException());
  }
}
