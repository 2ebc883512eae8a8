package io.countypulse.reporting.risk;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reporting/risks")
class RiskController {

  private static final int LARGEST_PAGE = 200;

  private final Risks risks;
  private final BusinessDate businessDate;
  private final Units units;

  RiskController(Risks risks, BusinessDate businessDate, Units units) {
    this.risks = risks;
    this.businessDate = businessDate;
    this.units = units;
  }

  /**
   * A page of households at risk.
   *
   * @param next cursor of the next page; null on the last
   * @param count how many there are in all
   */
  record RiskList(LocalDate asOf, List<Risk> items, @Nullable String next, long count) {}

  /** One unit's households by level; a level nobody stands at is there with 0. */
  record CountyRisks(String county, String countyName, Map<Level, Long> levels, long total) {
    static CountyRisks of(Unit unit, Map<Level, Long> found) {
      Map<Level, Long> levels = new EnumMap<>(Level.class);
      Arrays.stream(Level.values())
          .forEach(level -> levels.put(level, found.getOrDefault(level, 0L)));
      long total = levels.values().stream().mapToLong(Long::longValue).sum();
      return new CountyRisks(unit.code().value(), unit.name(), levels, total);
    }
  }

  /** Every unit that reports, in the order of the city's list. */
  record RiskSummary(LocalDate asOf, List<CountyRisks> counties) {}

  /** One household, and who of it is out of work. */
  record RiskPage(LocalDate asOf, Risk household, List<Risks.OutOfWork> outOfWork) {}

  @Operation(
      summary = "风险户清单 · Households at risk, the gravest first",
      description =
          "Of lost job, overdue loan, entitled and unpaid, and income below 10,000 yuan a head:"
              + " level I all four, II three, III two with income, IV another two. Ids only.")
  @GetMapping
  RiskList list(
      CountyScope scope,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String level,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "50") int limit) {
    CountyScope asked = county == null ? scope : narrowed(scope, unit(county));
    Risks.Question question =
        new Risks.Question(
            asked,
            day(asOf),
            named(Level.class, "level", level),
            named(Reason.class, "reason", reason));
    int rows = Math.clamp(limit, 1, LARGEST_PAGE);
    Risks.Found found = risks.page(question, Position.parse(after), rows + 1);
    List<Risk> items = found.items();
    boolean more = items.size() > rows;
    List<Risk> shown = more ? items.subList(0, rows) : items;
    return new RiskList(
        question.day(),
        shown,
        more ? Position.behind(shown.getLast()).toString() : null,
        found.count());
  }

  @Operation(summary = "风险户统计 · Households at risk by county and level")
  @GetMapping("/summary")
  RiskSummary summary(CountyScope scope, @RequestParam(required = false) @Nullable LocalDate asOf) {
    LocalDate day = day(asOf);
    Map<UnitCode, Map<Level, Long>> counts = risks.counts(scope, day);
    return new RiskSummary(
        day,
        units.rows().stream()
            .filter(unit -> !unit.equals(units.city()) && scope.includes(unit.code()))
            .map(unit -> CountyRisks.of(unit, counts.getOrDefault(unit.code(), Map.of())))
            .toList());
  }

  @Operation(summary = "风险户详情 · One household, whatever its level")
  @GetMapping("/{householdId}")
  RiskPage one(
      CountyScope scope,
      @PathVariable String householdId,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    LocalDate day = day(asOf);
    Risk household =
        risks.find(scope, day, householdId).orElseThrow(() -> Problem.notFound().toException());
    return new RiskPage(day, household, risks.outOfWork(scope, day, householdId));
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    LocalDate today = businessDate.today();
    if (asOf != null && (asOf.getYear() < 1950 || asOf.getYear() > today.getYear() + 1)) {
      throw problem(
          "asOf", "日期应在 1950 年至明年年底之间。", "The day must lie between 1950 and the end of next year.");
    }
    return asOf == null ? today : asOf;
  }

  private CountyScope narrowed(CountyScope scope, UnitCode unit) {
    CountyScope narrowed = scope.narrowedTo(unit);
    return unit.equals(units.city().code()) ? scope : narrowed;
  }

  private UnitCode unit(String code) {
    if (!UnitCode.valid(code) || units.find(new UnitCode(code)).isEmpty()) {
      throw problem("county", "没有这个县（市）区代码。", "There is no such unit code.");
    }
    return new UnitCode(code);
  }

  private static <E extends Enum<E>> @Nullable E named(
      Class<E> type, String field, @Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                problem(
                    field,
                    "应为以下之一：" + Arrays.toString(type.getEnumConstants()),
                    "One of " + Arrays.toString(type.getEnumConstants()) + "."));
  }

  private static ErrorResponseException problem(String field, String detail, String english) {
    return Problem.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "请求有误", detail, english)
        .at(field)
        .toException();
  }
}
