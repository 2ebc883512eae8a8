package io.countypulse.employment.cooperation;

import static java.util.Comparator.comparing;

import io.countypulse.employment.cooperation.Cooperation.Goal;
import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sets targets and compares them with the register; all within the running transaction. */
@Repository
class CooperationGoals {

  /** The city's goal is reached by everybody, a county's by its own people. */
  private static final String GOALS =
      """
      with working as (
        select {county} as county, spell ->> 'province' as province, count(*) as people
        from ({workers}) as w
        cross join lateral (
          select w.spells -> spell_on(w.spells, :day::date) as spell) as decided
        group by 1, 2
      )
      select goal.county, goal.province, target_on(goal.history, :day::date)::int8 as target,
        (
          select coalesce(sum(people), 0)::int8 from working
          where working.province = goal.province and (goal.county = :city or working.county = goal.county)
        ) as working
      from cooperation_target goal
      where goal.year = :year and (:everywhere or goal.county = any (:asked::text[]))
      """;

  private static final String SET =
      """
      insert into cooperation_target as goal (county, province, year, history, recorded_by)
      values (:county, :province, :year, target_changed('[]', make_date(:year, 1, 1), :persons::numeric), :by)
      on conflict (county, province, year) do update
      set history = target_changed(goal.history, :since::date, :persons::numeric), version = goal.version + 1,
        recorded_by = :by, recorded_at = now()
      """;

  private final JdbcClient jdbc;
  private final Units units;

  CooperationGoals(JdbcClient jdbc, Units units) {
    this.jdbc = jdbc;
    this.units = units;
  }

  /** All goals of a year as of a day, in the order of the units and the most ambitious first. */
  Cooperation of(CountyScope asked, LocalDate day, int year) {
    WorkerQuery working = WorkerQuery.of(day, asked, Counted.WORKING);
    List<Unit> order = units.rows();
    List<Goal> goals =
        jdbc
            .sql(GOALS.replace("{county}", working.county()).replace("{workers}", working.sql()))
            .params(working.values())
            .param("year", year)
            .param("city", units.city().code().value())
            .param("everywhere", asked instanceof CountyScope.City)
            .param("asked", Asked.codes(asked))
            .query((row, _) -> goal(row))
            .list()
            .stream()
            .sorted(
                comparing((Goal goal) -> place(order, goal.county())).thenComparing(Goal::province))
            .toList();
    return new Cooperation(day, year, goals);
  }

  /** Sets a target from a day on. */
  void set(UnitCode county, String province, int year, NewGoal goal, LocalDate since, String by) {
    jdbc.sql(SET)
        .param("county", county.value())
        .param("province", province)
        .param("year", year)
        .param("persons", goal.persons())
        .param("since", since)
        .param("by", by)
        .update();
  }

  private static int place(List<Unit> order, UnitCode county) {
    return order.stream().map(Unit::code).toList().indexOf(county);
  }

  private Goal goal(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    Long target = row.getObject("target", Long.class);
    long working = row.getLong("working");
    return new Goal(
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getString("province"),
        target,
        working,
        target == null || target == 0
            ? null
            : BigDecimal.valueOf(100 * working)
                .divide(BigDecimal.valueOf(target), 2, RoundingMode.HALF_UP)
                .toPlainString());
  }
}
