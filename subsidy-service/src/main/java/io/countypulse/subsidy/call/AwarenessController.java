package io.countypulse.subsidy.call;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.figure.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/subsidy/calls/awareness")
class AwarenessController {

  /** Fewer people asked than this say little about a county: five, as the shipped rule has it. */
  private static final int SMALL = 5;

  private final Calls calls;
  private final CallFigures figures;
  private final BusinessDate businessDate;
  private final Units units;

  AwarenessController(Calls calls, CallFigures figures, BusinessDate businessDate, Units units) {
    this.calls = calls;
    this.figures = figures;
    this.businessDate = businessDate;
    this.units = units;
  }

  /**
   * What a county's people know of one policy.
   *
   * @param notApplicable whom the policy does not concern: not among the asked
   * @param rate per cent; null where nobody could know (shown ——), which is not zero
   * @param small whether too few were asked for the rate to say much
   */
  record Awareness(
      Policy policy,
      long knows,
      long doesNotKnow,
      long notApplicable,
      @Nullable String rate,
      boolean small) {}

  /** One unit's month. */
  record Row(
      UnitCode county,
      String name,
      long made,
      long valid,
      long problems,
      List<Awareness> policies) {
    Row {
      policies = List.copyOf(policies);
    }
  }

  /** A month's calls, the city first. */
  record Month(YearMonth month, List<Row> rows) {
    Month {
      rows = List.copyOf(rows);
    }
  }

  @Operation(
      summary = "电话核查知晓情况 · What people know, per county and policy",
      description = "month: 2024-05; the one before the business date's unless told.")
  @GetMapping
  Month month(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable YearMonth month,
      @RequestParam(required = false) @Nullable UnitCode county) {
    YearMonth asked = month == null ? Calls.monthOf(businessDate.today()) : month;
    Asked units = Asked.by(caller, county, asked.plusMonths(1).atDay(1), this.units);
    Map<UnitCode, Tally> tallies = calls.tallies(units, asked);
    return new Month(
        asked,
        units.units().stream().map(unit -> row(unit, figures.tally(unit, tallies))).toList());
  }

  private static Row row(Unit unit, Tally tally) {
    return new Row(
        unit.code(),
        unit.name(),
        tally.made(),
        tally.valid(),
        tally.problems(),
        Arrays.stream(Policy.values()).map(policy -> awareness(policy, tally)).toList());
  }

  private static Awareness awareness(Policy policy, Tally tally) {
    long knows = tally.count(policy, Answer.KNOWS);
    long asked = tally.asked(policy);
    return new Awareness(
        policy,
        knows,
        asked - knows,
        tally.count(policy, Answer.NOT_APPLICABLE),
        asked == 0 ? null : rate(knows, asked),
        asked > 0 && asked < SMALL);
  }

  private static String rate(long part, long whole) {
    return BigDecimal.valueOf(100 * part)
        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
