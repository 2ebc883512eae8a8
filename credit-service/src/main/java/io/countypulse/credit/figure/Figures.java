package io.countypulse.credit.figure;

import io.countypulse.credit.loan.Asked;
import io.countypulse.credit.loan.Counted;
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

/** Sums up the department's own records as of any day, in one snapshot. */
@Repository
class Figures {

  /** One line a unit and kind of sum; what a line does not tell is zero. */
  private static final String SUMS =
      """
      select county, sum(issued_fen)::int8 as issued, null::int8 as issued_households, null::int8 as outstanding,
        null::int8 as overdue, null::int8 as overdue_households, null::int8 as loans, null::int8 as positions,
        null::int8 as target
      from ({issued}) as c group by county
      union all
      select county, 0, count(*), 0, 0, 0, 0, 0, null from ({issuedHouseholds}) as c group by county
      union all
      select county, 0, 0, sum(balance_fen)::int8, sum(overdue_fen)::int8, 0, 0, 0, null
      from ({known}) as c group by county
      union all
      select county, 0, 0, 0, 0, count(*), 0, 0, null from ({overdueHouseholds}) as c group by county
      union all
      select county_on(county, residence, issued_on), 0, 0, 0, 0, 0, count(*), 0, null
      from loan where issued_fen > 0 and issued_on <= :day::date group by 1
      union all
      select county, 0, 0, 0, 0, 0, 0, count(*), null from loan_position where day <= :day::date group by 1
      union all
      select county, 0, 0, 0, 0, 0, 0, 0, (target_on(history, :day::date) * 100)::int8
      from target
      where year = extract(year from :day::date) and target_on(history, :day::date) is not null
      """
          .replace("{issued}", Counted.ISSUED.sql())
          .replace("{issuedHouseholds}", Counted.ISSUED_HOUSEHOLDS.sql())
          .replace("{known}", Counted.KNOWN.sql())
          .replace("{overdueHouseholds}", Counted.OVERDUE_HOUSEHOLDS.sql());

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;

  Figures(ScopedTransactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** The sums of every unit with any. */
  Map<UnitCode, Tally> tallies(CountyScope scope, Asked asked, LocalDate day) {
    return transactions.read(
        scope,
        () -> {
          Map<UnitCode, Tally> tallies = new HashMap<>();
          jdbc
              .sql(SUMS)
              .param("day", day)
              .query((row, _) -> Map.entry(new UnitCode(row.getString("county")), tally(row)))
              .list()
              .stream()
              .filter(line -> asked.wanted().includes(line.getKey()))
              .forEach(line -> tallies.merge(line.getKey(), line.getValue(), Tally::plus));
          return tallies;
        });
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getLong("loans"),
        row.getLong("positions"),
        row.getLong("issued"),
        row.getLong("issued_households"),
        row.getLong("outstanding"),
        row.getLong("overdue"),
        row.getLong("overdue_households"),
        row.getObject("target", Long.class));
  }
}
