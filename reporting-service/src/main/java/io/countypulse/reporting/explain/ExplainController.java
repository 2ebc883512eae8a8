package io.countypulse.reporting.explain;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.Snapshots;
import io.countypulse.reporting.figure.UnitHistory;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands behind a figure's movement, for the counties a caller sees. */
@RestController
@RequestMapping("/api/reporting/figures")
class ExplainController {

  private static final int FARTHEST_YEARS = 50;

  private final Snapshots snapshots;
  private final Units units;
  private final BusinessDate businessDate;

  ExplainController(Snapshots snapshots, Units units, BusinessDate businessDate) {
    this.snapshots = snapshots;
    this.units = units;
    this.businessDate = businessDate;
  }

  /** What moved, the largest change first. */
  record Explanation(String indicator, LocalDate from, LocalDate to, List<Movement> movements) {}

  /** Paces, the unit farthest behind its target first. */
  record Paces(String programme, LocalDate asOf, List<Pace> paces) {}

  @Operation(
      summary = "变动原因 · What moved a figure between two days, by county",
      description =
          "Without days: against the same day a year before. The largest change first; the records"
              + " behind each stand in the owning service (figures/{indicator}/records).")
  @GetMapping("/explain")
  Explanation explain(
      CountyScope scope,
      @RequestParam String indicator,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    Indicator wanted =
        Indicator.find(indicator)
            .orElseThrow(() -> problem("indicator", "没有这个指标。", "There is no such indicator."));
    LocalDate last = to == null ? businessDate.today() : to;
    LocalDate first = from == null ? last.minusYears(1) : from;
    refuseOutOfRange(first, last);
    List<Movement> movements =
        histories(scope).stream()
            .map(unit -> Movement.of(unit, wanted, first, last))
            .sorted(Comparator.comparing(ExplainController::size).reversed())
            .toList();
    return new Explanation(wanted.code(), first, last, movements);
  }

  @Operation(
      summary = "进度预测 · Whether targets will be reached at the pace so far",
      description = "programme employment (persons) or credit (yuan).")
  @GetMapping("/pace")
  Paces pace(
      CountyScope scope,
      @RequestParam String programme,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    Indicator amount =
        switch (programme) {
          case "employment" -> Indicator.EMPLOYMENT_WORKING;
          case "credit" -> Indicator.CREDIT_ISSUED;
          default ->
              throw problem(
                  "programme", "应为 employment 或 credit。", "A programme is employment or credit.");
        };
    Indicator target =
        amount == Indicator.CREDIT_ISSUED ? Indicator.CREDIT_TARGET : Indicator.EMPLOYMENT_TARGET;
    LocalDate day = asOf == null ? businessDate.today() : asOf;
    refuseOutOfRange(day, day);
    List<Pace> paces =
        histories(scope).stream()
            .map(unit -> Pace.of(unit, amount, target, day))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(each -> each.projected().subtract(each.target())))
            .toList();
    return new Paces(programme, day, paces);
  }

  private List<UnitHistory> histories(CountyScope scope) {
    return snapshots.current().histories(units).values().stream()
        .filter(unit -> scope.includes(unit.unit().code()))
        .toList();
  }

  private static BigDecimal size(Movement movement) {
    BigDecimal change = movement.change();
    return change == null ? BigDecimal.ZERO : change.abs();
  }

  private void refuseOutOfRange(LocalDate from, LocalDate to) {
    LocalDate today = businessDate.today();
    if (from.isAfter(to)
        || from.isBefore(today.minusYears(FARTHEST_YEARS))
        || to.isAfter(today.plusYears(1))) {
      throw problem("to", "起止日期颠倒或超出范围。", "The range is reversed or too wide.");
    }
  }

  private static ErrorResponseException problem(String field, String detail, String english) {
    return Problem.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "请求有误", detail, english)
        .at(field)
        .toException();
  }
}
