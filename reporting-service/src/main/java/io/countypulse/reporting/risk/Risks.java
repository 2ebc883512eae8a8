package io.countypulse.reporting.risk;

import static java.util.Objects.requireNonNull;

import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The households at risk as of any day, worked out from the facts when asked for. */
@Repository
class Risks {

  /** The rule of DOMAIN.md § 8; one reason alone is no level. */
  private static final String HOUSEHOLDS =
      """
      with held as (
        select fact.household, fact.reason, min(lower(stretch)) as since
        from risk_fact as fact, unnest(fact.days) as stretch
        where not isempty(fact.days) and stretch @> :day::date
          and (:household::text is null or fact.household = :household)
        group by fact.household, fact.reason
      ), joined as (
        select household, max(since) as since, array_agg(reason) as reasons, array_agg(since::text) as sinces,
          case count(*)
            when 4 then 1
            when 3 then 2
            when 2 then case when bool_or(reason = 'LOW_INCOME') then 3 else 4 end
          end as level
        from held
        group by household
      ), households as (
        select *, counties[width_bucket(:day::date, begins)] as county
        from risk_home left join joined using (household)
        where case when :household::text is null then level is not null else household = :household end
      ), asked as (
        select * from households
        where (:counties::text[] is null or county = any (:counties))
          and (:level::int4 is null or level = :level)
          and (:reason::text is null or :reason = any (reasons))
      )
      """;

  private static final String PAGE =
      """
      select *, (select count(*) from asked) as households from asked
      where (level, since, household) > (:afterLevel, :afterSince::date, :afterHousehold)
      order by level, since, household
      limit :rows
      """;

  private static final String COUNTS =
      "select county, level, count(*) as households from asked group by county, level";

  /** Only this household, whatever its level. */
  private static final String ONE = "select * from asked";

  private static final String OUT_OF_WORK =
      """
      select record, lower(stretch) as since
      from risk_fact, unnest(days) as stretch
      where household = :household and reason = 'LOST_JOB' and stretch @> :day::date
      order by since, record
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Units units;

  Risks(ScopedTransactions transactions, JdbcClient jdbc, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.units = units;
  }

  /** What is asked for, of the households of a scope as of a day. */
  record Question(
      CountyScope scope, LocalDate day, @Nullable Level level, @Nullable Reason reason) {}

  /**
   * Some lines of a list, the gravest and then those of longest standing first.
   *
   * @param count of all lines
   */
  record Found(List<Risk> items, long count) {
    Found {
      items = List.copyOf(items);
    }
  }

  /** Somebody who stopped working, and when. */
  record OutOfWork(String personId, LocalDate since) {}

  Found page(Question question, Position after, int rows) {
    return transactions.read(
        question.scope(),
        () -> {
          long[] count = {0};
          List<Risk> items =
              statement(PAGE, question, null)
                  .param("afterLevel", after.level())
                  .param("afterSince", after.since())
                  .param("afterHousehold", after.householdId())
                  .param("rows", rows)
                  .query(
                      (row, _) -> {
                        count[0] = row.getLong("households");
                        return risk(row);
                      })
                  .list();
          return new Found(items, count[0]);
        });
  }

  /** How many households stand at each level, by county. */
  Map<UnitCode, Map<Level, Long>> counts(CountyScope scope, LocalDate day) {
    Map<UnitCode, Map<Level, Long>> counts = new TreeMap<>();
    transactions.read(
        scope,
        () ->
            statement(COUNTS, new Question(scope, day, null, null), null)
                .query(
                    (row, _) ->
                        counts
                            .computeIfAbsent(
                                new UnitCode(row.getString("county")), _ -> new TreeMap<>())
                            .put(Level.of(row.getInt("level")), row.getLong("households")))
                .list());
    return counts;
  }

  /** One household, if the scope shows it on that day. */
  Optional<Risk> find(CountyScope scope, LocalDate day, String household) {
    return transactions.read(
        scope,
        () ->
            statement(ONE, new Question(scope, day, null, null), household)
                .query((row, _) -> risk(row))
                .optional());
  }

  /** Who of a household stopped working and has not begun again, the first first. */
  List<OutOfWork> outOfWork(CountyScope scope, LocalDate day, String household) {
    return transactions.read(
        scope,
        () ->
            jdbc.sql(OUT_OF_WORK)
                .param("household", household)
                .param("day", day)
                .query(
                    (row, _) ->
                        new OutOfWork(
                            row.getString("record"), row.getObject("since", LocalDate.class)))
                .list());
  }

  private StatementSpec statement(String sql, Question question, @Nullable String household) {
    Level level = question.level();
    Reason reason = question.reason();
    return jdbc.sql(HOUSEHOLDS + sql)
        .param("day", question.day())
        .param("household", household)
        .param("counties", counties(question.scope()))
        .param("level", level == null ? null : level.number())
        .param("reason", reason == null ? null : reason.name());
  }

  private static String @Nullable [] counties(CountyScope scope) {
    return switch (scope) {
      case CountyScope.City _ -> null;
      case CountyScope.Counties some ->
          some.codes().stream().map(UnitCode::value).toArray(String[]::new);
    };
  }

  private Risk risk(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    int level = row.getInt("level");
    return new Risk(
        row.getString("household"),
        county.value(),
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getString("category"),
        level == 0 ? null : Level.of(level),
        held(row),
        row.getObject("since", LocalDate.class));
  }

  private static List<Risk.Held> held(ResultSet row) throws SQLException {
    if (row.getArray("reasons") == null) {
      return List.of();
    }
    String[] reasons = texts(row, "reasons");
    String[] sinces = texts(row, "sinces");
    return IntStream.range(0, reasons.length)
        .mapToObj(i -> Risk.Held.of(Reason.valueOf(reasons[i]), LocalDate.parse(sinces[i])))
        .sorted(Comparator.comparing(Risk.Held::code))
        .toList();
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) requireNonNull(row.getArray(column)).getArray();
  }
}
