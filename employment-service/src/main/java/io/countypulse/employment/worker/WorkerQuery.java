package io.countypulse.employment.worker;

import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.platform.access.CountyScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which workers a list holds: those counted in a scope as of a day, and further conditions. The
 * values are bound, never written into the SQL.
 */
public final class WorkerQuery {

  private final LocalDate day;
  private final CountyScope scope;
  private final Counted counted;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private WorkerQuery(LocalDate day, CountyScope scope, Counted counted) {
    this.day = day;
    this.scope = scope;
    this.counted = counted;
    values.put("day", day);
    if (scope instanceof CountyScope.Counties counties) {
      values.put(
          "counties", counties.codes().stream().map(Object::toString).toArray(String[]::new));
    }
  }

  /** Those who count for something in the scope as of the day. */
  public static WorkerQuery of(LocalDate day, CountyScope scope, Counted counted) {
    return new WorkerQuery(day, scope, counted).and(counted.condition());
  }

  WorkerQuery working(boolean working) {
    return and((working ? "" : "not ") + "(" + Counted.WORKING.condition() + ")");
  }

  /** By the spell that decides on the day; outside the province exactly as the figure counts. */
  WorkerQuery area(WorkArea area) {
    return area == WorkArea.OUT_OF_PROVINCE
        ? and(Counted.OUT_OF_PROVINCE.condition())
        : with("area", area.name())
            .working(true)
            .and("w.spells -> spell_on(w.spells, :day::date) ->> 'area' = :area");
  }

  WorkerQuery category(HouseholdCategory category) {
    return with("category", category.name()).and("w.category = :category");
  }

  WorkerQuery labour(Labour labour) {
    return with("labour", labour.name()).and("w.labour = :labour");
  }

  WorkerQuery village(String village) {
    return with("village", village).and("w.village = :village");
  }

  WorkerQuery township(String township) {
    return with("township", township).and("w.township = :township");
  }

  /** The holder of an identity number, by its keyed hash. */
  WorkerQuery identityHash(byte[] hash) {
    return with("hash", hash).and("w.identity_hash = :hash");
  }

  WorkerQuery person(String id) {
    return with("person", id).and("w.person_id = :person");
  }

  /** The members of a household. */
  WorkerQuery household(String id) {
    return with("household", id).and("w.household_id = :household");
  }

  /** Person or household codes that begin so. */
  WorkerQuery codePrefix(String prefix) {
    return with("prefix", prefix)
        .with("beyond", prefix + Character.toString(Character.MAX_CODE_POINT))
        .and(
            "(w.person_id >= :prefix and w.person_id < :beyond"
                + " or w.household_id >= :prefix and w.household_id < :beyond)");
  }

  WorkerQuery after(Cursor cursor) {
    return with("afterCounty", cursor.county())
        .with("afterHousehold", cursor.householdId())
        .with("afterPerson", cursor.personId())
        .and(
            "(w.county, w.household_id, w.person_id) > (:afterCounty, :afterHousehold, :afterPerson)");
  }

  LocalDate day() {
    return day;
  }

  /** SQL: the county in which worker {@code w} counts here. */
  public String county() {
    return counted.county();
  }

  /** What the SQL binds. */
  public Map<String, Object> values() {
    return Map.copyOf(values);
  }

  /** SQL: the workers, whole rows. Those who never moved are found by the index on their county. */
  public String sql() {
    return switch (scope) {
      case CountyScope.City() -> "select * from worker w" + where(Stream.of());
      case CountyScope.Counties(var codes) ->
          codes.size() == 1
              ? settled("w.county = (:counties::text[])[1]")
              : settled("w.county = any (:counties::text[])");
    };
  }

  private String settled(String inScope) {
    return "select * from worker w"
        + where(Stream.of("w.residence is null", inScope))
        + " union all select * from worker w"
        + where(Stream.of("w.residence is not null", counted.within()));
  }

  private String where(Stream<String> scoped) {
    return Stream.concat(scoped, conditions.stream())
        .reduce((one, other) -> one + " and " + other)
        .map(all -> " where " + all)
        .orElse("");
  }

  /**
   * Those for whom a further condition holds.
   *
   * @param condition SQL on worker {@code w}; values stand in it by name, see {@link #with}
   */
  public WorkerQuery and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Binds a value that a condition names. */
  public WorkerQuery with(String name, Object value) {
    values.put(name, value);
    return this;
  }
}
