package io.countypulse.employment.target;

import io.countypulse.employment.history.Histories;
import io.countypulse.employment.history.HistoryEntry;
import io.countypulse.employment.history.RecordState;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Targets of persons in work, per county and year, within a county scope. */
@Repository
class Targets {

  private static final String CURRENT =
      "select county, year, version, deadline, history from target where programme = 'EMPLOYMENT'"
          + " and year = ?";

  private static final String STATES =
      """
      select * from (
        select county, programme, year, version, deadline, history, business_date, recorded_at, import_id
        from target_past
        union all
        select county, programme, year, version, deadline, history, business_date, recorded_at, import_id
        from target
      ) as state
      where county = ? and programme = 'EMPLOYMENT' and year = ?
      order by version
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Histories histories;
  private final Units units;
  private final JsonMapper json;

  Targets(
      ScopedTransactions transactions,
      JdbcClient jdbc,
      Histories histories,
      Units units,
      JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.histories = histories;
    this.units = units;
    this.json = json;
  }

  /** Every county in the scope, with or without a target, in the order of units. */
  List<TargetOfYear> ofYear(CountyScope asked, int year, LocalDate day) {
    return transactions.read(asked, () -> current(asked, year, day));
  }

  /** The same in the running transaction. */
  List<TargetOfYear> current(CountyScope asked, int year, LocalDate day) {
    Map<UnitCode, TargetOfYear> known =
        jdbc.sql(CURRENT).param(year).query((row, _) -> target(row, day)).list().stream()
            .collect(Collectors.toMap(TargetOfYear::county, target -> target));
    return units.counties().stream()
        .filter(unit -> asked.includes(unit.code()))
        .map(
            unit ->
                known.getOrDefault(unit.code(), TargetOfYear.none(unit.code(), unit.name(), year)))
        .toList();
  }

  /** The version of a target, held until the transaction ends; 0 where there never was one. */
  long hold(UnitCode county, int year) {
    return jdbc.sql(
            """
            select version from target where county = ? and programme = 'EMPLOYMENT' and year = ?
            for update
            """)
        .params(county.value(), year)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** What became of a target, newest change first. */
  List<HistoryEntry> history(CountyScope asked, UnitCode county, int year) {
    return transactions.read(
        asked,
        () ->
            histories.told(
                jdbc.sql(STATES)
                    .params(county.value(), year)
                    .query((row, _) -> RecordState.of(row, fields(row)))
                    .list()));
  }

  private Map<String, @Nullable Object> fields(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("history", steps(row));
    fields.put("deadline", row.getObject("deadline", LocalDate.class).toString());
    return fields;
  }

  private TargetOfYear target(ResultSet row, LocalDate day) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    List<TargetOfYear.Step> steps = steps(row);
    return new TargetOfYear(
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getInt("year"),
        TargetOfYear.on(steps, day),
        row.getObject("deadline", LocalDate.class),
        row.getLong("version"),
        steps);
  }

  private List<TargetOfYear.Step> steps(ResultSet row) throws SQLException {
    return List.of(json.readValue(row.getString("history"), TargetOfYear.Step[].class));
  }
}
