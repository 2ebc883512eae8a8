package io.countypulse.credit.loan;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is overdue by age, and what falls due next, county by county (DOMAIN.md § 5). */
@Repository
class Overview {

  /** How far ahead the forecast looks, in days. */
  static final List<Integer> AHEAD = List.of(30, 60, 90);

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Units units;

  Overview(ScopedTransactions transactions, JdbcClient jdbc, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.units = units;
  }

  /** Loans and their principal, yuan with two decimals. */
  record Amount(long loans, String amount) {
    static Amount of(Sum sum) {
      return new Amount(sum.loans, Yuan.text(sum.fen));
    }
  }

  /** Overdue principal of one age. */
  record Aged(String bucket, long loans, String amount) {}

  /** Overdue principal of a unit by age. */
  record Ageing(UnitCode county, String name, Amount overdue, List<Aged> buckets) {}

  /** What falls due in a unit from the day on; each horizon includes the ones before. */
  record Due(UnitCode county, String name, List<Horizon> within) {}

  /** Balances that fall due within so many days. */
  record Horizon(int days, long loans, String amount) {}

  private record Sum(long loans, long fen) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(loans + other.loans, fen + other.fen);
    }
  }

  /** One row a unit in the order of the city's units, the city's own being the sum. */
  List<Ageing> ageing(Asked asked, LocalDate day) {
    Map<Bucket, Map<UnitCode, Sum>> sums = new EnumMap<>(Bucket.class);
    for (Bucket bucket : Bucket.values()) {
      LoanQuery query = LoanQuery.of(day, asked, Counted.OVERDUE).bucket(bucket);
      sums.put(bucket, sums(asked, query, "overdue_fen"));
    }
    List<Ageing> rows = new ArrayList<>();
    for (Unit unit : rows(asked)) {
      List<Aged> buckets = new ArrayList<>();
      Sum all = Sum.NONE;
      for (Bucket bucket : Bucket.values()) {
        Sum sum = of(unit, sums.getOrDefault(bucket, Map.of()));
        all = all.plus(sum);
        buckets.add(new Aged(bucket.label(), sum.loans, Yuan.text(sum.fen)));
      }
      rows.add(new Ageing(unit.code(), unit.name(), Amount.of(all), buckets));
    }
    return rows;
  }

  /** One row a unit in the order of the city's units, the city's own being the sum. */
  List<Due> due(Asked asked, LocalDate day) {
    Map<Integer, Map<UnitCode, Sum>> sums = new HashMap<>();
    for (int days : AHEAD) {
      LoanQuery query = LoanQuery.of(day, asked, Counted.OUTSTANDING).dueWithin(days);
      sums.put(days, sums(asked, query, "balance_fen"));
    }
    return rows(asked).stream()
        .map(
            unit ->
                new Due(
                    unit.code(),
                    unit.name(),
                    AHEAD.stream()
                        .map(
                            days -> {
                              Sum sum = of(unit, sums.getOrDefault(days, Map.of()));
                              return new Horizon(days, sum.loans, Yuan.text(sum.fen));
                            })
                        .toList()))
        .toList();
  }

  private List<Unit> rows(Asked asked) {
    return units.rows().stream()
        .filter(
            unit ->
                asked.wanted() instanceof CountyScope.City || asked.wanted().includes(unit.code()))
        .toList();
  }

  private Sum of(Unit unit, Map<UnitCode, Sum> sums) {
    Stream<Sum> own =
        unit.equals(units.city())
            ? sums.values().stream()
            : Stream.of(sums.getOrDefault(unit.code(), Sum.NONE));
    return own.reduce(Sum.NONE, Sum::plus);
  }

  private Map<UnitCode, Sum> sums(Asked asked, LoanQuery query, String amount) {
    return asked.read(
        transactions,
        jdbc,
        () -> {
          Map<UnitCode, Sum> sums = new HashMap<>();
          jdbc.sql(
                  "select county, count(*) as loans, sum(%s)::int8 as fen from (%s) as s group by county"
                      .formatted(amount, query.sql()))
              .params(query.values())
              .query(
                  (row, _) ->
                      sums.put(
                          new UnitCode(row.getString("county")),
                          new Sum(row.getLong("loans"), row.getLong("fen"))))
              .list();
          return sums;
        });
  }
}
