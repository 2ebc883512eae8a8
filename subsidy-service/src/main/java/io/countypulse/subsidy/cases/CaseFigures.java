package io.countypulse.subsidy.cases;

import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import io.countypulse.subsidy.figure.Asked;
import io.countypulse.subsidy.figure.Figure;
import io.countypulse.subsidy.figure.FigureSource;
import io.countypulse.subsidy.figure.RecordPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The indicators of travel subsidies, Yulu grants and training places (DOMAIN.md § 7). */
@Component
class CaseFigures implements FigureSource {

  /**
   * One line a programme, unit and kind of sum; what a line does not tell is zero. Travel subsidies
   * are found among the workers and training places go to students: where those are known, nobody
   * entitled is a zero.
   */
  private static final String SUMS =
      """
      with c as (
        select * from subsidy_case where programme in ('TRANSPORT', 'YULU', 'YULU_PLUS')
      ),
      shown as (
        select * from c
        where period = extract(year from case programme
          when 'YULU' then :day::date - interval '8 months' else :day::date end)
      )
      select programme, counted_in as county, count(*) as entitled, 0::int8 as paid, 0::int8 as fen, 0::int8 as cases
      from ({entitled}) as e group by 1, 2
      union all
      select programme, counted_in, 0, count(*), 0, 0 from ({paid}) as p group by 1, 2
      union all
      select c.programme, county_on(c.county, c.residence, p.paid_on), 0, 0, sum(p.fen)::int8, 0
      from case_payment p join shown c on c.id = p.case_id
      where p.paid_on <= :day::date and (p.returned_on > :day::date or p.returned_on is null)
      group by 1, 2
      union all
      select tells, lived, 0, 0, 0, count(*)
      from (
        select tells, c.county, c.residence from c
        cross join unnest(case programme when 'YULU' then array['YULU', 'YULU_PLUS'] else array[programme] end) as tells
        where c.entitled_from is not null or {told}
        union all
        select 'TRANSPORT', county, residence from person
      ) as known
      cross join counties_until(known.county, known.residence, :day::date) as lived
      group by 1, 2
      """
          .replace("{entitled}", Counted.ENTITLED.sql().replace("subsidy_case c", "shown c"))
          .replace("{paid}", Counted.PAID.sql().replace("subsidy_case c", "shown c"))
          .replace("{told}", "exists (select from case_payment p where p.case_id = c.id)");

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final CaseList cases;
  private final Units units;

  CaseFigures(ScopedTransactions transactions, JdbcClient jdbc, CaseList cases, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.cases = cases;
    this.units = units;
  }

  /** The sums of a unit in a programme; money in fen. */
  record Sums(String programme, UnitCode county, long entitled, long paid, long fen, long cases) {

    static Sums nothing(String programme, UnitCode county) {
      return new Sums(programme, county, 0, 0, 0, 0);
    }

    Sums plus(Sums other) {
      return new Sums(
          programme,
          county,
          entitled + other.entitled,
          paid + other.paid,
          fen + other.fen,
          cases + other.cases);
    }

    boolean reported() {
      return cases > 0;
    }
  }

  /** An indicator of the cases of a programme. */
  private record Indicator(
      String code, CaseProgramme programme, Counted records, Reading reading) {}

  /** How an indicator follows from the sums. */
  @FunctionalInterface
  private interface Reading {
    Figure read(UnitCode county, String code, String period, Sums sums);
  }

  private static final List<Indicator> INDICATORS =
      List.of(
          count("transport.entitled", CaseProgramme.TRANSPORT, Counted.ENTITLED, Sums::entitled),
          count("transport.paid", CaseProgramme.TRANSPORT, Counted.PAID, Sums::paid),
          yuan("transport.paid_amount", CaseProgramme.TRANSPORT),
          new Indicator(
              "transport.paid_rate",
              CaseProgramme.TRANSPORT,
              Counted.PAID,
              (county, code, period, sums) ->
                  Figure.rate(county, code, period, sums.reported(), sums.paid(), sums.entitled())),
          count("yulu.students", CaseProgramme.YULU, Counted.ENTITLED, Sums::entitled),
          count("yulu.paid", CaseProgramme.YULU, Counted.PAID, Sums::paid),
          yuan("yulu.paid_amount", CaseProgramme.YULU),
          count(
              "yulu.unpaid",
              CaseProgramme.YULU,
              Counted.UNPAID,
              sums -> sums.entitled() - sums.paid()),
          count("yulu_plus.trained", CaseProgramme.YULU_PLUS, Counted.ENTITLED, Sums::entitled));

  private static Indicator count(
      String code, CaseProgramme programme, Counted records, Function<Sums, Long> value) {
    return new Indicator(
        code,
        programme,
        records,
        (county, name, period, sums) ->
            Figure.count(county, name, period, sums.reported(), value.apply(sums)));
  }

  private static Indicator yuan(String code, CaseProgramme programme) {
    return new Indicator(
        code,
        programme,
        Counted.PAID,
        (county, name, period, sums) ->
            Figure.yuan(county, name, period, sums.reported(), sums.fen()));
  }

  @Override
  public List<Figure> figures(Asked asked) {
    List<Sums> all =
        transactions.read(
            asked.may(),
            () -> jdbc.sql(SUMS).param("day", asked.day()).query((row, _) -> sums(row)).list());
    Map<String, List<Sums>> byProgramme =
        all.stream().collect(Collectors.groupingBy(Sums::programme));
    return asked.units().stream().flatMap(unit -> figures(unit, asked.day(), byProgramme)).toList();
  }

  private Stream<Figure> figures(Unit unit, LocalDate day, Map<String, List<Sums>> byProgramme) {
    boolean whole = unit.equals(units.city());
    return INDICATORS.stream()
        .map(
            indicator -> {
              String programme = indicator.programme().name();
              Sums sums =
                  byProgramme.getOrDefault(programme, List.of()).stream()
                      .filter(line -> whole || line.county().equals(unit.code()))
                      .reduce(Sums.nothing(programme, unit.code()), Sums::plus);
              String period = Integer.toString(indicator.programme().periodOf(day));
              return indicator.reading().read(unit.code(), indicator.code(), period, sums);
            });
  }

  @Override
  public Optional<RecordPage> records(String code, Asked asked, @Nullable String after, int limit) {
    return INDICATORS.stream()
        .filter(indicator -> indicator.code().equals(code))
        .findFirst()
        .map(
            indicator ->
                cases.page(
                    asked.may(),
                    CaseQuery.of(asked, indicator.records())
                        .programme(indicator.programme())
                        .period(indicator.programme().periodOf(asked.day())),
                    after,
                    limit));
  }

  private static Sums sums(ResultSet row) throws SQLException {
    return new Sums(
        row.getString("programme"),
        new UnitCode(row.getString("county")),
        row.getLong("entitled"),
        row.getLong("paid"),
        row.getLong("fen"),
        row.getLong("cases"));
  }
}
