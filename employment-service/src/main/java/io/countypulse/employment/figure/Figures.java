package io.countypulse.employment.figure;

import io.countypulse.employment.figure.FigureTable.Place;
import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Counts the department's own records as of any day, in one snapshot. */
@Repository
class Figures {

  private static final String PEOPLE =
      """
      select {county} as county, {township} as township, {village} as village, {counts}
      from ({people}) as w
      group by 1, 2, 3
      """;

  private static final String STOCKS =
      "count(*) as known, count(*) filter (where "
          + Counted.WORKING.condition()
          + ") as working, count(*) filter (where "
          + Counted.OUT_OF_PROVINCE.condition()
          + ") as out_of_province, "
          + days("w.employed", "filter (where w.residence is null)");

  /**
   * Those who have moved make every county they lived in known, and have their days counted there.
   */
  private static final String STAYS =
      """
      select stay.county, {township} as township, {village} as village, count(*) as known, {days}
      from worker w
      cross join lateral residence_stays(w.county, w.residence) as stay
      where w.residence is not null and coalesce(lower(stay.days) <= :day::date, true)
        and (:everywhere or stay.county = any (:counties::text[]))
      group by 1, 2, 3
      """
          .replace("{days}", days("w.employed * datemultirange(stay.days)", ""));

  private static final String TARGETS =
      """
      select county, null as township, null as village, target_on(history, :day)::int8 as target
      from target
      where programme = 'EMPLOYMENT' and year = extract(year from :day::date)
        and target_on(history, :day) is not null
        and (:everywhere or county = any (:counties::text[]))
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;

  Figures(ScopedTransactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /**
   * The counts of every place with any.
   *
   * @param asked the counties asked for, within what the caller may see
   */
  Map<Place, Tally> tallies(CountyScope scope, CountyScope asked, LocalDate day, Level level) {
    return transactions.read(scope, () -> current(asked, day, level));
  }

  /** The same in the running transaction. */
  Map<Place, Tally> current(CountyScope asked, LocalDate day, Level level) {
    Map<Place, Tally> tallies = new HashMap<>();
    add(tallies, people(Counted.REGISTERED, asked, day, level, STOCKS));
    add(tallies, scoped(placed(STAYS, level), asked, day));
    for (Counted flow : List.of(Counted.WORKED_THIS_YEAR, Counted.RETURNED, Counted.RE_EMPLOYED)) {
      add(tallies, people(flow, asked, day, level, "count(*) as " + flow));
    }
    if (level == Level.COUNTY) {
      add(tallies, scoped(TARGETS, asked, day));
    }
    return tallies;
  }

  private StatementSpec people(
      Counted counted, CountyScope asked, LocalDate day, Level level, String counts) {
    WorkerQuery people = WorkerQuery.of(day, asked, counted);
    String sql = placed(PEOPLE, level).replace("{county}", people.county());
    return jdbc.sql(sql.replace("{counts}", counts).replace("{people}", people.sql()))
        .params(people.values());
  }

  private static String placed(String sql, Level level) {
    return sql.replace("{township}", level.columns().getFirst())
        .replace("{village}", level.columns().getLast());
  }

  private StatementSpec scoped(String sql, CountyScope asked, LocalDate day) {
    return jdbc.sql(sql)
        .param("day", day)
        .param("everywhere", asked instanceof CountyScope.City)
        .param("counties", Asked.codes(asked));
  }

  private static void add(Map<Place, Tally> tallies, StatementSpec counting) {
    counting
        .query((row, _) -> Map.entry(place(row), tally(row)))
        .list()
        .forEach(counted -> tallies.merge(counted.getKey(), counted.getValue(), Tally::plus));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        new UnitCode(row.getString("county")), row.getString("township"), row.getString("village"));
  }

  /** The columns behind those of the place are measures, by their names. */
  private static Tally tally(ResultSet row) throws SQLException {
    Map<Measure, Long> counts = new EnumMap<>(Measure.class);
    for (int column = 4; column <= row.getMetaData().getColumnCount(); column++) {
      counts.put(Measure.ofColumn(row.getMetaData().getColumnName(column)), row.getLong(column));
    }
    return new Tally(counts);
  }

  /** SQL: sums of days in work to date, and of the year before, over multiranges of days. */
  private static String days(String worked, String filter) {
    return """
        coalesce(sum((select sum(upper(d) - lower(d)) from unnest({worked} * {now}) as d)) {filter}, 0) as days,
        coalesce(sum((select sum(upper(d) - lower(d)) from unnest({worked} * {before}) as d)) {filter}, 0)
          as days_last_year\
        """
        .replace("{worked}", worked)
        .replace("{filter}", filter)
        .replace("{now}", Counted.YEAR_TO_DAY)
        .replace("{before}", Counted.LAST_YEAR_TO_DAY);
  }
}
