package io.countypulse.employment.figure;

import io.countypulse.employment.figure.FigureTable.Place;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.UnitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the department's own records as of any day, in one snapshot. */
@Repository
class Figures {

  private static final String STOCKS =
      "count(*) as people, count(*) filter (where "
          + Counted.WORKING.condition()
          + ") as working, count(*) filter (where "
          + Counted.OUT_OF_PROVINCE.condition()
          + ") as out_of_province, 0 as worked_this_year";

  private static final String FLOW =
      "0 as people, 0 as working, 0 as out_of_province, count(*) as worked_this_year";

  private static final String TARGETS =
      """
      select county, null as township, null as village,
        0 as people, 0 as working, 0 as out_of_province, 0 as worked_this_year,
        target_on(history, :day)::int8 as target
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
    add(tallies, people(WorkerQuery.of(day, asked, Counted.REGISTERED), level, STOCKS));
    add(tallies, people(WorkerQuery.of(day, asked, Counted.WORKED_THIS_YEAR), level, FLOW));
    if (level == Level.COUNTY) {
      add(tallies, targets(asked, day));
    }
    return tallies;
  }

  private void add(Map<Place, Tally> tallies, JdbcClient.StatementSpec counting) {
    counting
        .query((row, _) -> Map.entry(place(row), tally(row)))
        .list()
        .forEach(counted -> tallies.merge(counted.getKey(), counted.getValue(), Tally::plus));
  }

  private JdbcClient.StatementSpec people(WorkerQuery people, Level level, String counts) {
    return jdbc.sql(
            """
            select %s as county, %s as township, %s as village, %s, null::int8 as target
            from (%s) as w
            group by 1, 2, 3
            """
                .formatted(
                    people.county(),
                    level.columns().getFirst(),
                    level.columns().getLast(),
                    counts,
                    people.sql()))
        .params(people.values());
  }

  private JdbcClient.StatementSpec targets(CountyScope asked, LocalDate day) {
    String[] counties =
        asked instanceof CountyScope.Counties(var codes)
            ? codes.stream().map(UnitCode::value).toArray(String[]::new)
            : new String[0];
    return jdbc.sql(TARGETS)
        .param("day", day)
        .param("everywhere", asked instanceof CountyScope.City)
        .param("counties", counties);
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        new UnitCode(row.getString("county")), row.getString("township"), row.getString("village"));
  }

  private static Tally tally(ResultSet row) throws SQLException {
    Long target = row.getObject("target", Long.class);
    return new Tally(
        row.getLong("people"),
        row.getLong("working"),
        row.getLong("out_of_province"),
        row.getLong("worked_this_year"),
        target);
  }
}
