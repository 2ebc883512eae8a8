package io.countypulse.reporting.ranking;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.web.Problem;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.Snapshot;
import io.countypulse.reporting.figure.Snapshots;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ranking of a month; of the current one, as of the business date. */
@RestController
class RankingController {

  private final Rankings rankings;
  private final Snapshots snapshots;
  private final BusinessDate businessDate;

  RankingController(Rankings rankings, Snapshots snapshots, BusinessDate businessDate) {
    this.rankings = rankings;
    this.snapshots = snapshots;
    this.businessDate = businessDate;
  }

  /** The ranking, with the rule it was made by. */
  record Answer(
      YearMonth month,
      LocalDate asOf,
      long frame,
      String rule,
      String ruleEn,
      List<Table> programmes,
      List<Line> overall) {}

  /** One programme's ranking. */
  record Table(
      Discipline programme,
      String title,
      String titleEn,
      @Nullable String indicator,
      List<Line> rows) {}

  /** A unit's place; the value as a text with two decimals. */
  record Line(
      String county,
      String name,
      String value,
      int rank,
      @Nullable Integer rankBefore,
      boolean small,
      boolean interview,
      boolean twice) {
    static Line of(Standing standing) {
      return new Line(
          standing.county().value(),
          standing.name(),
          standing.value().toPlainString(),
          standing.rank(),
          standing.rankBefore(),
          standing.small(),
          standing.interview(),
          standing.twice());
    }
  }

  @GetMapping("/api/reporting/rankings")
  Answer ranking(CountyScope scope, @RequestParam(required = false) @Nullable String month) {
    LocalDate today = businessDate.today();
    YearMonth wanted = month == null ? YearMonth.from(today) : month(month, today);
    LocalDate asOf = wanted.atEndOfMonth().isAfter(today) ? today : wanted.atEndOfMonth();
    Snapshot snapshot = snapshots.current();
    Ranking ranking = rankings.of(snapshot, asOf);
    List<Table> tables =
        ranking.disciplines().entrySet().stream()
            .map(each -> table(each.getKey(), each.getValue(), scope))
            .toList();
    return new Answer(
        wanted,
        asOf,
        snapshot.frame(),
        RankingRule.TEXT,
        RankingRule.TEXT_EN,
        tables,
        lines(ranking.overall(), scope));
  }

  private static Table table(Discipline discipline, List<Standing> standings, CountyScope scope) {
    return new Table(
        discipline,
        discipline.title(),
        discipline.titleEn(),
        discipline.rate().map(Indicator::code).orElse(null),
        lines(standings, scope));
  }

  private static List<Line> lines(List<Standing> standings, CountyScope scope) {
    return standings.stream().filter(each -> scope.includes(each.county())).map(Line::of).toList();
  }

  private static YearMonth month(String text, LocalDate today) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (month.isAfter(YearMonth.from(today)) || month.getYear() < 1950) {
        throw bad();
      }
      return month;
    } catch (DateTimeException unreadable) {
      throw bad();
    }
  }

  private static ErrorResponseException bad() {
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "BAD_MONTH",
            "请求有误",
            "月份应写作 2024-06，且不晚于业务日期所在月。",
            "A month is written 2024-06 and is not after the business date's.")
        .at("month")
        .toException();
  }
}
