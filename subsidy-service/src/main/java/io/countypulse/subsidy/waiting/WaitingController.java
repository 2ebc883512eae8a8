package io.countypulse.subsidy.waiting;

import io.countypulse.platform.access.Caller;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.cases.CaseList;
import io.countypulse.subsidy.cases.CaseProgramme;
import io.countypulse.subsidy.cases.CaseQuery;
import io.countypulse.subsidy.cases.Counted;
import io.countypulse.subsidy.cases.Step;
import io.countypulse.subsidy.figure.Asked;
import io.countypulse.subsidy.waiting.Waiting.AtStep;
import io.countypulse.subsidy.waiting.Waiting.InCounty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/subsidy")
class WaitingController {

  private static final String BY_COUNTY =
      """
      select c.counted_in, count(*) as waiting, sum(c.entitled_fen - c.paid_fen)::int8 as fen,
        min(c.entitled_from) as oldest, count(*) filter (where ({due}) < :day::date) as stuck
      from ({cases}) as c
      group by c.counted_in
      order by oldest, waiting desc, c.counted_in
      """
          .replace("{due}", CaseList.DUE);

  private static final String BY_STEP =
      """
      select c.programme, c.step, count(*) as cases, count(*) filter (where ({due}) < :day::date) as stuck
      from ({cases}) as c
      group by c.programme, c.step
      order by c.programme, c.step
      """
          .replace("{due}", CaseList.DUE);

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final BusinessDate businessDate;
  private final Units units;

  WaitingController(
      ScopedTransactions transactions, JdbcClient jdbc, BusinessDate businessDate, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.businessDate = businessDate;
    this.units = units;
  }

  @Operation(
      summary = "应补未补 · Entitled and not paid, by county, whoever has waited longest first",
      description = "The people: /cases?unpaid=true with the same programme, period and county.")
  @GetMapping("/waiting")
  Waiting waiting(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(defaultValue = "TRANSPORT") String programme,
      @RequestParam(required = false) @Nullable Integer period,
      @RequestParam(required = false) @Nullable UnitCode county,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    CaseProgramme of = programme(programme);
    Asked asked = asked(caller, county, asOf);
    int shown = period == null ? of.periodOf(asked.day()) : period;
    CaseQuery query = CaseQuery.of(asked, Counted.WAITING).programme(of).period(shown);
    List<Line> lines =
        transactions.read(
            caller.scope(),
            () ->
                jdbc.sql(BY_COUNTY.replace("{cases}", query.sql()))
                    .params(query.values())
                    .query((row, _) -> line(row, asked.day()))
                    .list());
    return new Waiting(
        asked.day(),
        of.name(),
        shown,
        lines.stream().mapToLong(line -> line.county().waiting()).sum(),
        yuan(lines.stream().mapToLong(Line::fen).sum()),
        lines.stream().map(Line::county).toList());
  }

  /** Cases by programme and step. */
  record Steps(LocalDate asOf, List<AtStep> steps) {}

  @Operation(summary = "各环节个案 · How many cases stand at each step, and how many are stuck there")
  @GetMapping("/steps")
  Steps steps(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String programme,
      @RequestParam(required = false) @Nullable Integer period,
      @RequestParam(required = false) @Nullable UnitCode county) {
    Asked asked = asked(caller, county, null);
    CaseQuery query = CaseQuery.of(asked, Counted.EVERY);
    if (programme != null) {
      query.programme(programme(programme));
    }
    if (period != null) {
      query.period(period);
    }
    List<AtStep> steps =
        transactions.read(
            caller.scope(),
            () ->
                jdbc.sql(BY_STEP.replace("{cases}", query.sql()))
                    .params(query.values())
                    .query((row, _) -> step(row))
                    .list());
    return new Steps(asked.day(), steps);
  }

  private record Line(InCounty county, long fen) {}

  private Line line(ResultSet row, LocalDate day) throws SQLException {
    UnitCode county = new UnitCode(row.getString("counted_in"));
    LocalDate oldest = row.getObject("oldest", LocalDate.class);
    long fen = row.getLong("fen");
    return new Line(
        new InCounty(
            county,
            units.find(county).map(Unit::name).orElse(county.value()),
            row.getLong("waiting"),
            yuan(fen),
            oldest,
            (int) (day.toEpochDay() - oldest.toEpochDay()) + 1,
            row.getLong("stuck")),
        fen);
  }

  private static AtStep step(ResultSet row) throws SQLException {
    Step step = Step.valueOf(row.getString("step"));
    return new AtStep(
        row.getString("programme"),
        step.name(),
        step.title(),
        row.getLong("cases"),
        row.getLong("stuck"));
  }

  private Asked asked(Caller caller, @Nullable UnitCode county, @Nullable LocalDate asOf) {
    return Asked.by(caller, county, asOf == null ? businessDate.today() : asOf, units);
  }

  private static CaseProgramme programme(String name) {
    return CaseProgramme.find(name)
        .orElseThrow(
            () ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "FILTER_UNKNOWN",
                        "没有这个项目",
                        "参数 programme 的值无法识别",
                        "There is no such programme")
                    .at("programme")
                    .toException());
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
