package io.countypulse.employment.household;

import io.countypulse.employment.intake.Refusals;
import io.countypulse.employment.residence.Homes;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.intake.CountyChange;
import io.countypulse.platform.intake.ImportContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes households of staged rows ({@code staged_household}) and refuses those that cannot be
 * applied as a whole.
 */
final class StagedHouseholds {

  /** Rows of a household for the same year: the same thing told twice, or a contradiction. */
  private static final String REPEATED =
      """
      create temporary table repeated on commit drop as
      select household_id, year, min(line) as first_line, max(line) as last_line,
        coalesce(min(net_income) = max(net_income), true) as alike
      from staged_household_row
      where faults is null
      group by household_id, year
      having count(*) > 1
      """;

  private static final String CONTRADICTED_INCOMES =
      """
      insert into refusal (entity, line, code, field, message, message_en)
      select s.household_id, s.line, 'INCOME_CONTRADICTED', '家庭纯收入',
        '第 ' || r.first_line || ' 行与第 ' || r.last_line || ' 行同户同年度而收入不同，请保留一行',
        'Lines ' || r.first_line || ' and ' || r.last_line
          || ' tell different incomes for the same year: keep one'
      from repeated r
      join staged_household_row s on s.household_id = r.household_id and s.year is not distinct from r.year
      where not r.alike and s.faults is null
      """;

  private static final String DUPLICATES =
      """
      create temporary table duplicate on commit drop as
      with dropped as (
        delete from staged_household_row s using repeated r
        where r.alike and s.faults is null and s.line <> r.last_line and s.household_id = r.household_id
          and s.year is not distinct from r.year
        returning s.line, s.household_id
      )
      select line, household_id as entity from dropped
      """;

  private static final String HOUSEHOLDS =
      """
      create temporary table staged_household on commit drop as
      select household_id, count(*)::int4 as rows, max(county) as county,
        max(township) as township, max(village) as village, max(category) as category,
        max(head_count) as head_count,
        coalesce(
          jsonb_object_agg(year, to_char(net_income, 'FM999999999999990.00')) filter (where year is not null),
          '{}') as incomes,
        concat_ws('、',
          case when min(county) <> max(county) then '县（市）区' end,
          case when min(township) <> max(township) then '乡镇' end,
          case when min(village) <> max(village) then '行政村' end,
          case when min(category) <> max(category) then '户类型' end,
          case when min(head_count) <> max(head_count) then '家庭人口' end) as contradicted
      from staged_household_row
      where faults is null
      group by household_id
      """;

  private static final String CONTRADICTED_HOUSEHOLDS =
      """
      insert into refusal (entity, code, message, message_en)
      select household_id, 'HOUSEHOLD_CONTRADICTED', '同一户各行的' || contradicted || '不一致，请统一后重新导入',
        'The rows of this household disagree on county, village, category or head count'
      from staged_household
      where contradicted <> ''
      """;

  private static final String IN_OTHER_COUNTY =
      """
      insert into refusal (entity, code, message, message_en)
      select household_id, 'HOUSEHOLD_IN_OTHER_COUNTY', '该户登记在其他县（市）区，请联系市级部门调整',
        'The household is registered in another county'
      from households_elsewhere(array(select household_id from staged_household))
      """;

  private static final String COUNTY_CHANGED =
      """
      insert into refusal (entity, code, field, message, message_en)
      select s.household_id, 'COUNTY_CHANGED', '县（市）区', '与登记的县（市）区不同，本次导入选择了不接受变更',
        'The county differs from the one on record, and this import refuses changes'
      from staged_household s
      join staged_home home on home.household_id = s.household_id
      where home.moved
      """;

  private final ImportContext context;
  private final JdbcClient jdbc;
  private final Homes homes;

  StagedHouseholds(ImportContext context, JdbcClient jdbc, Homes homes) {
    this.context = context;
    this.jdbc = jdbc;
    this.homes = homes;
  }

  void prepare() {
    Refusals refusals = Refusals.of(context, jdbc, "staged_household_row", "household_id");
    jdbc.sql(REPEATED).update();
    jdbc.sql(CONTRADICTED_INCOMES).update();
    jdbc.sql(DUPLICATES).update();
    jdbc.sql(HOUSEHOLDS).update();
    jdbc.sql("analyze staged_household (household_id)").update();
    homes.resolve("staged_household");
    jdbc.sql(CONTRADICTED_HOUSEHOLDS).update();
    if (!(context.scope() instanceof CountyScope.City)) {
      jdbc.sql(IN_OTHER_COUNTY).update();
    }
    if (context.countyChange() == CountyChange.REFUSE) {
      jdbc.sql(COUNTY_CHANGED).update();
    }
    if (refusals.write("同一户", "HOUSEHOLD") > 0) {
      jdbc.sql("delete from staged_household s using refusal r where s.household_id = r.entity")
          .update();
      homes.keepThoseOf("staged_household");
    }
  }
}
