package io.countypulse.employment.figure;

import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerPage;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.employment.worker.Workers;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/employment/figures")
class FiguresController {

  private static final int LARGEST_PAGE = 200;

  private final Figures figures;
  private final Workers workers;
  private final BusinessDate businessDate;
  private final Units units;

  FiguresController(Figures figures, Workers workers, BusinessDate businessDate, Units units) {
    this.figures = figures;
    this.workers = workers;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(summary = "本部门台账数据 · Figures from the department's own records")
  @GetMapping
  FigureTable figures(
      CountyScope scope,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(defaultValue = "county") String level) {
    CountyScope asked = Asked.of(scope, county, units);
    LocalDate day = day(asOf);
    Level opened = level(level);
    return FigureTable.of(day, opened, asked, units, figures.tallies(scope, asked, day, opened));
  }

  @Operation(summary = "数据背后的人员名单 · The people behind a figure")
  @GetMapping("/{indicator}/records")
  WorkerPage records(
      CountyScope scope,
      @PathVariable String indicator,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    WorkerQuery people =
        WorkerQuery.of(day(asOf), Asked.of(scope, county, units), counted(indicator));
    return workers.page(scope, people, after, Math.clamp(limit, 1, LARGEST_PAGE));
  }

  private static Level level(String text) {
    return Level.of(text)
        .orElseThrow(
            () ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "LEVEL_UNKNOWN",
                        "没有这一级",
                        "level 应为 county、township 或 village",
                        "The level is county, township or village")
                    .at("level")
                    .toException());
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
                        "没有这个指标，或该指标不是由人员记录汇总得出",
                        "There is no such indicator, or it does not come from records of people")
                    .at("indicator")
                    .toException());
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    return asOf == null ? businessDate.today() : asOf;
  }
}
