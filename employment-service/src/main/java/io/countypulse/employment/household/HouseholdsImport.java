package io.countypulse.employment.household;

import io.countypulse.employment.benefit.BenefitFacts;
import io.countypulse.employment.intake.Counties;
import io.countypulse.employment.residence.Homes;
import io.countypulse.platform.intake.Applied;
import io.countypulse.platform.intake.Applied.Change;
import io.countypulse.platform.intake.ImportContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies a staged households file as sets; members move with their household. */
final class HouseholdsImport {

  /** Incomes of years the file does not tell of stay as they are. */
  private static final String HOUSEHOLDS =
      """
      with told as (
        select s.*, home.county as home_county, home.residence as home_residence, home.moved,
          (
            select coalesce(
              jsonb_agg(jsonb_build_object('year', year, 'netIncome', amount) order by year), '[]')
            from (
              select (income ->> 'year')::int4 as year, income ->> 'netIncome' as amount
              from jsonb_array_elements(known.incomes) as income
              where not jsonb_exists(s.incomes, income ->> 'year')
              union all
              select year::int4, amount from jsonb_each_text(s.incomes) as told (year, amount)
            ) as every_year
          ) as every_income
        from staged_household s
        join staged_home home on home.household_id = s.household_id
        left join household known on known.id = s.household_id
        order by s.household_id
      ),
      changed as (
        merge into household as h
        using told on h.id = told.household_id
        when matched and (
          told.moved or h.version = 0
          or (h.township, h.village, h.category, h.head_count, h.incomes)
            is distinct from (told.township, told.village, told.category, told.head_count, told.every_income))
        then update set
          county = told.home_county, residence = told.home_residence, township = told.township,
          village = told.village, category = told.category, head_count = told.head_count,
          incomes = told.every_income, version = h.version + 1, business_date = :asOf, recorded_at = now(),
          import_id = :import
        when not matched then insert (
          id, county, residence, township, village, category, head_count, incomes, version, business_date, import_id)
        values (
          told.household_id, told.home_county, told.home_residence, told.township, told.village, told.category,
          told.head_count, told.every_income, 1, :asOf, :import)
        returning h.county, h.id, told.rows, h.version = 1 as added, household_event(h) as payload
      ),
      published as (
        insert into outbox (topic, key, type, payload, traceparent)
        select 'employment.household.v1', id, 'io.countypulse.employment.household.v1', payload, :traceparent
        from changed
      )
      select county, count(*) filter (where added) as added, count(*) filter (where not added) as changed,
        sum(rows) as rows
      from changed
      group by county
      """;

  /** What became of the households of one county; rows are those of the file. */
  private record Outcome(String county, int added, int changed, int rows) {
    Change change() {
      return new Change(county, added, changed);
    }
  }

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final @Nullable String traceparent;

  HouseholdsImport(ImportContext context, JdbcClient jdbc, @Nullable String traceparent) {
    this.context = context;
    this.jdbc = jdbc;
    this.traceparent = traceparent;
  }

  Applied apply() {
    Homes homes = new Homes(context, jdbc, traceparent);
    homes.makeRoom();
    new StagedHouseholds(context, jdbc, homes).prepare();
    List<Outcome> outcomes =
        jdbc.sql(HOUSEHOLDS)
            .param("asOf", context.asOf())
            .param("import", context.importId())
            .param("traceparent", traceparent)
            .query(Outcome.class)
            .list();
    if (!homes.moveMembers().isEmpty()) {
      new BenefitFacts(jdbc, context.asOf(), traceparent).publish(Homes.MOVED_PEOPLE);
    }
    int applied = outcomes.stream().mapToInt(Outcome::rows).sum();
    int duplicates = count("select count(*) from duplicate");
    return new Applied(
        applied,
        count("select count(*) from staged_household_row") - applied,
        duplicates,
        duplicates == 0 ? Map.of() : Map.of("DUPLICATE_ROW", duplicates),
        Counties.summed(outcomes.stream().map(Outcome::change)));
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
