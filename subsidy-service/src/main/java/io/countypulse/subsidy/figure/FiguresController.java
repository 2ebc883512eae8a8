package io.countypulse.subsidy.figure;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/subsidy/figures")
class FiguresController {

  private static final int LARGEST_PAGE = 200;

  private final List<FigureSource> sources;
  private final BusinessDate businessDate;
  private final Units units;

  FiguresController(List<FigureSource> sources, BusinessDate businessDate, Units units) {
    this.sources = List.copyOf(sources);
    this.businessDate = businessDate;
    this.units = units;
  }

  /** Figures as of a day, in the order of the city's units. */
  record FigureTable(LocalDate asOf, List<Figure> figures) {}

  @Operation(summary = "本部门台账数据 · Figures from the department's own records")
  @GetMapping
  FigureTable figures(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable UnitCode county) {
    Asked asked = asked(caller, asOf, county);
    List<UnitCode> order = asked.units().stream().map(Unit::code).toList();
    return new FigureTable(
        asked.day(),
        sources.stream()
            .flatMap(source -> source.figures(asked).stream())
            .sorted(Comparator.comparingInt(figure -> order.indexOf(figure.county())))
            .toList());
  }

  @Operation(summary = "数据背后的名单 · The records behind a figure")
  @GetMapping("/{indicator}/records")
  RecordPage records(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String indicator,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    Asked asked = asked(caller, asOf, county);
    int rows = Math.clamp(limit, 1, LARGEST_PAGE);
    return sources.stream()
        .map(source -> source.records(indicator, asked, after, rows))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        HttpStatus.NOT_FOUND,
                        "NO_RECORDS",
                        "该指标没有名单",
                        "没有这个指标，或该指标不是由本部门记录汇总得出",
                        "There is no such indicator, or it does not come from this department")
                    .at("indicator")
                    .toException());
  }

  private Asked asked(Caller caller, @Nullable LocalDate asOf, @Nullable UnitCode county) {
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    return Asked.by(caller, county, day, units);
  }
}
