package io.countypulse.reporting.reconcile;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of every comparison, in the database. */
@Component
@DependsOnDatabaseInitialization
public class Proofs {

  private static final String FORGET =
      "delete from ledger_difference where day = ? and ledger = ? and as_of = ?";

  private static final String DIFFERS =
      """
      insert into ledger_difference (day, ledger, as_of, county, indicator, shown, owned)
      select ?, ?, ?, county, indicator, shown, owned
      from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as new (county, indicator, shown, owned)
      """;

  private static final String CHECKED =
      """
      insert into ledger_check as old (day, ledger, checked_at, proved_at, frame, figures, agrees)
      select :day, :ledger, now(),
        case when found.agrees then now() else (select max(proved_at) from ledger_check where ledger = :ledger) end,
        :frame, :figures, found.agrees
      from (select not exists (select from ledger_difference where day = :day and ledger = :ledger)) as found (agrees)
      on conflict (day, ledger) do update set checked_at = excluded.checked_at, proved_at = excluded.proved_at,
        frame = excluded.frame, figures = excluded.figures, agrees = excluded.agrees
      """;

  private static final String LEDGERS =
      """
      select ledger_check.day, case when county = 'UNKNOWN' then :city else county end as unit,
        count(distinct (ledger, indicator))::int as differences
      from ledger_check left join (
        select * from ledger_difference as own
        where county <> :city or not exists (
          select from ledger_difference as other
          where (other.day, other.ledger, other.as_of, other.indicator) = (own.day, own.ledger, own.as_of, own.indicator)
            and other.county <> :city)) as different using (day, ledger)
      group by 1, 2
      """;

  private static final String NEWEST =
      "select distinct on (ledger) * from ledger_check order by ledger, day desc";

  private static final String STANDING =
      """
      select * from ledger_difference where (day, ledger) in (
        select max(day), ledger from ledger_check group by ledger)
      order by ledger, as_of desc, county, indicator
      """;

  private final JdbcClient jdbc;
  private final ScopedTransactions transactions;
  private final Units units;
  private volatile Ledgers ledgers;

  Proofs(JdbcClient jdbc, ScopedTransactions transactions, Units units) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.units = units;
    ledgers = load();
  }

  /**
   * The newest comparison with a ledger.
   *
   * @param provedAt when both sides last said the same; null if they never did
   */
  record Check(
      String ledger,
      Instant checkedAt,
      @Nullable Instant provedAt,
      long frame,
      int figures,
      boolean agrees) {}

  /** The business days compared so far, for whoever looks along them. */
  public Ledgers ledgers() {
    return ledgers;
  }

  /** The newest comparison of each ledger. */
  List<Check> newest() {
    return jdbc.sql(NEWEST).query((row, _) -> check(row)).list();
  }

  /** What stands differing, within a scope. */
  List<Difference> standing(CountyScope scope) {
    return transactions.read(
        scope, () -> jdbc.sql(STANDING).query((row, _) -> difference(row)).list());
  }

  /** Records a comparison that came to an end. */
  void record(
      LocalDate day,
      String ledger,
      LocalDate asOf,
      long frame,
      int figures,
      List<Difference> differences) {
    transactions.write(
        CountyScope.city(),
        () -> {
          jdbc.sql(FORGET).params(day, ledger, asOf).update();
          if (!differences.isEmpty()) {
            jdbc.sql(DIFFERS)
                .params(
                    day,
                    ledger,
                    asOf,
                    texts(differences, Difference::county),
                    texts(differences, Difference::indicator),
                    texts(differences, Difference::shown),
                    texts(differences, Difference::owned))
                .update();
          }
          jdbc.sql(CHECKED)
              .param("day", day)
              .param("ledger", ledger)
              .param("frame", frame)
              .param("figures", figures)
              .update();
        });
    ledgers = load();
  }

  private Ledgers load() {
    return transactions.read(
        CountyScope.city(),
        () -> {
          Map<LocalDate, Map<UnitCode, Integer>> days = new HashMap<>();
          jdbc.sql(LEDGERS)
              .param("city", units.city().code().value())
              .query(
                  row -> {
                    Map<UnitCode, Integer> day =
                        days.computeIfAbsent(
                            row.getObject("day", LocalDate.class), _ -> new HashMap<>());
                    String unit = row.getString("unit");
                    if (unit != null) {
                      day.put(new UnitCode(unit), row.getInt("differences"));
                    }
                  });
          return new Ledgers(days);
        });
  }

  private static String[] texts(List<Difference> of, Function<Difference, String> text) {
    return of.stream().map(text).toArray(String[]::new);
  }

  private static Check check(ResultSet row) throws SQLException {
    OffsetDateTime proved = row.getObject("proved_at", OffsetDateTime.class);
    return new Check(
        row.getString("ledger"),
        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
        proved == null ? null : proved.toInstant(),
        row.getLong("frame"),
        row.getInt("figures"),
        row.getBoolean("agrees"));
  }

  private static Difference difference(ResultSet row) throws SQLException {
    return new Difference(
        row.getString("ledger"),
        row.getObject("as_of", LocalDate.class),
        row.getString("county"),
        row.getString("indicator"),
        row.getString("shown"),
        row.getString("owned"));
  }
}
