package io.countypulse.reporting.live;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.reporting.figure.FigureFormat;
import io.countypulse.reporting.figure.FigureQuery;
import io.countypulse.reporting.figure.Figures;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures as of any day, over time, and how fresh they are. */
@RestController
@RequestMapping("/api/reporting/figures")
class FigureController {

  private final Snapshots snapshots;
  private final Figures figures;
  private final Questions questions;
  private final Liveness liveness;

  FigureController(Snapshots snapshots, Figures figures, Questions questions, Liveness liveness) {
    this.snapshots = snapshots;
    this.figures = figures;
    this.questions = questions;
    this.liveness = liveness;
  }

  @GetMapping
  ResponseEntity<byte[]> figures(
      CountyScope scope,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable List<String> indicator,
      @RequestParam(required = false) @Nullable String period) {
    FigureQuery query = questions.query(scope, asOf, county, indicator, period).get();
    Snapshot snapshot = snapshots.current();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(
            FigureFormat.frame(
                query.asOf(), snapshot, liveness.of(snapshot), figures.of(snapshot, query)));
  }

  @GetMapping("/trend")
  Trend trend(
      CountyScope scope,
      @RequestParam String indicator,
      @RequestParam List<String> county,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "day") String step) {
    Indicator wanted = questions.indicator(indicator);
    List<Unit> units = county.stream().map(questions::unit).distinct().toList();
    units.forEach(unit -> scope.narrowedTo(unit.code()));
    List<LocalDate> days = Step.of(step).days(questions.day("from", from), questions.day("to", to));
    return Trend.of(wanted, figures.trend(snapshots.current(), wanted, units, days));
  }
}
