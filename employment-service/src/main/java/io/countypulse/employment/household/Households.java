package io.countypulse.employment.household;

import io.countypulse.employment.household.HouseholdDetail.Income;
import io.countypulse.employment.household.HouseholdDetail.Residence;
import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.worker.Workers;
import io.countypulse.platform.access.CountyNotYours;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register's households, within a county scope. */
@Repository
public class Households {

  private static final String ITEM =
      """
      select h.id, h.county, h.township, h.village, h.category, h.head_count, h.version, h.incomes,
        residence_of(h.county, h.residence) as lived,
        (
          select count(*) from worker w
          where w.county = h.county and w.household_id = h.id
            and not exists (select from merged_worker m where m.person_id = w.person_id)
        ) as members
      from household h
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Workers workers;
  private final Units units;
  private final JsonMapper json;

  Households(
      ScopedTransactions transactions,
      JdbcClient jdbc,
      Workers workers,
      Units units,
      JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.workers = workers;
    this.units = units;
    this.json = json;
  }

  /** Conditions a list may be narrowed by; {@code q} is how a household's code begins. */
  record Filter(
      @Nullable HouseholdCategory category,
      @Nullable String township,
      @Nullable String village,
      @Nullable String q) {}

  /**
   * A page of households in the order of their codes.
   *
   * @param after the last code of the page before; null for the first page, which also tells the
   *     count
   */
  HouseholdPage page(CountyScope asked, Filter filter, @Nullable String after, int limit) {
    Map<String, Object> values = new HashMap<>();
    String where = where(asked, filter, values);
    return transactions.read(
        asked,
        () -> {
          Long count =
              after == null
                  ? jdbc.sql("select count(*) from household h" + where)
                      .params(values)
                      .query(Long.class)
                      .single()
                  : null;
          List<HouseholdItem> items =
              jdbc.sql(ITEM + where + " and h.id > :after order by h.id limit :rows")
                  .params(values)
                  .param("after", after == null ? "" : after)
                  .param("rows", limit + 1)
                  .query((row, _) -> item(row))
                  .list();
          boolean more = items.size() > limit;
          List<HouseholdItem> shown = more ? items.subList(0, limit) : items;
          return new HouseholdPage(shown, more ? shown.getLast().householdId() : null, count);
        });
  }

  /**
   * The household of this code; empty when there is none.
   *
   * @throws CountyNotYours if it lives outside the scope
   */
  Optional<HouseholdDetail> find(CountyScope scope, LocalDate day, String household) {
    return transactions.read(scope, () -> current(scope, day, household));
  }

  /** The same in the running transaction. */
  public Optional<HouseholdDetail> current(CountyScope scope, LocalDate day, String household) {
    Optional<HouseholdDetail> found =
        jdbc.sql(ITEM + " where h.id = ?")
            .param(household)
            .query((row, _) -> detail(scope, day, row))
            .optional();
    if (found.isEmpty()) {
      refuseElsewhere(household);
    }
    return found;
  }

  /**
   * Says whose a household is that is not in the scope.
   *
   * @throws CountyNotYours if another county has it
   */
  public void refuseElsewhere(String household) {
    jdbc.sql("select household_id from households_elsewhere(array[?])")
        .param(household)
        .query(String.class)
        .optional()
        .ifPresent(
            _ -> {
              throw new CountyNotYours(UnitCode.UNKNOWN);
            });
  }

  private static String where(CountyScope asked, Filter filter, Map<String, Object> values) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    if (asked instanceof CountyScope.Counties(var codes)) {
      values.put("counties", codes.stream().map(UnitCode::value).toArray(String[]::new));
      conditions.add("h.county = any (:counties::text[])");
    }
    put(
        conditions,
        values,
        "category",
        filter.category() == null ? null : filter.category().name());
    put(conditions, values, "township", filter.township());
    put(conditions, values, "village", filter.village());
    if (filter.q() != null && !filter.q().isBlank()) {
      String prefix = filter.q().strip();
      values.put("prefix", prefix);
      values.put("beyond", prefix + Character.toString(Character.MAX_CODE_POINT));
      conditions.add("h.id >= :prefix and h.id < :beyond");
    }
    return " where " + String.join(" and ", conditions);
  }

  private static void put(
      List<String> conditions, Map<String, Object> values, String column, @Nullable String value) {
    if (value != null) {
      values.put(column, value);
      conditions.add("h." + column + " = :" + column);
    }
  }

  private HouseholdDetail detail(CountyScope scope, LocalDate day, ResultSet row)
      throws SQLException {
    HouseholdItem household = item(row);
    return new HouseholdDetail(
        household,
        List.of(json.readValue(row.getString("lived"), Residence[].class)),
        List.of(json.readValue(row.getString("incomes"), Income[].class)),
        workers.members(scope, day, household.householdId()),
        row.getLong("version"));
  }

  private HouseholdItem item(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    String category = row.getString("category");
    return new HouseholdItem(
        row.getString("id"),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getString("township"),
        row.getString("village"),
        category == null ? null : HouseholdCategory.valueOf(category),
        row.getObject("head_count", Integer.class),
        row.getInt("members"));
  }
}
