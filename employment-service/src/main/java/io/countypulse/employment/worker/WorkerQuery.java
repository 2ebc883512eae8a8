package io.countypulse.employment.worker;

import io.countypulse.employment.vocabulary.HouseholdCategory;
import io.countypulse.employment.vocabulary.Labour;
import io.countypulse.employment.vocabulary.WorkArea;
import io.countypulse.platform.access.CountyScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which workers a list holds: those counted in a scope as of a day, and further conditions. The
 * values are bound, never written into the SQL.
 */
public final class WorkerQuery {

  private static final int TELLING_PREFIX = 3;
  private static final String BEGINS_SO =
      """
      (w.person_id >= :prefix and w.person_id < :beyond
        or w.household_id >= :prefix and w.household_id < :beyond)
      """;
  private static final String FOUND_BY_INDEX =
      """
      w.person_id = any (array(
        select p.person_id from worker p where p.person_id >= :prefix and p.person_id < :beyond
        union
        select p.person_id from worker p
        where p.county = any (:everyCounty::text[]) and p.household_id >= :prefix and p.household_id < :beyond))
      """;

  private final LocalDate day;
  private final CountyScope scope;
  private final Counted counted;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private boolean beyondRegister;

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
    return new WorkerQuery(day, scope, counted).narrowed(counted.condition());
  }

  WorkerQuery working(boolean working) {
    return narrowed((working ? "" : "not ") + "(" + Counted.WORKING.condition() + ")");
  }

  /**
   * By the spell that decides on the day; outside the province exactly as the figure counts. The
   * text is looked at first, and leaves few to be read as JSON; within a case the planner expects
   * every other row to pass and walks the index of the list's order, instead of sorting everybody.
   */
  WorkerQuery area(WorkArea area) {
    return area == WorkArea.OUT_OF_PROVINCE
        ? narrowed(Counted.OUT_OF_PROVINCE.condition())
        : with("area", area.name())
            .with("anywhere", "%\"area\":\"" + area.name() + "\"%")
            .working(true)
            .narrowed(
                "case when w.spells::text like :anywhere"
                    + " then w.spells -> spell_on(w.spells, :day::date) ->> 'area' = :area end");
  }

  WorkerQuery category(HouseholdCategory category) {
    return with("category", category.name()).narrowed("w.category = :category");
  }

  WorkerQuery labour(Labour labour) {
    return with("labour", labour.name()).narrowed("w.labour = :labour");
  }

  WorkerQuery village(String village) {
    return with("village", village).narrowed("w.village = :village");
  }

  WorkerQuery township(String township) {
    return with("township", township).narrowed("w.township = :township");
  }

  /** The holder of an identity number, by its keyed hash. */
  WorkerQuery identityHash(byte[] hash) {
    return with("hash", hash).narrowed("w.identity_hash = :hash");
  }

  WorkerQuery person(String id) {
    return with("person", id).narrowed("w.person_id = :person");
  }

  /** The members of a household. */
  WorkerQuery household(String id) {
    return with("household", id).narrowed("w.household_id = :household");
  }

  /**
   * Person or household codes that begin so. A prefix that says something is looked up first, by
   * the indexes; the one on households goes by county, so every county there is is named.
   */
  WorkerQuery codePrefix(String prefix, List<String> everyCounty) {
    with("prefix", prefix).with("beyond", prefix + Character.toString(Character.MAX_CODE_POINT));
    return prefix.length() < TELLING_PREFIX
        ? narrowed(BEGINS_SO)
        : with("everyCounty", everyCounty.toArray(String[]::new)).narrowed(FOUND_BY_INDEX);
  }

  WorkerQuery after(Cursor cursor) {
    return with("afterCounty", cursor.county())
        .with("afterHousehold", cursor.householdId())
        .with("afterPerson", cursor.personId())
        .narrowed(
            "(w.county, w.household_id, w.person_id) > (:afterCounty, :afterHousehold,"
                + " :afterPerson)");
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

  /** What the SQL binds, as text: equal for equal questions. */
  String told() {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(
                value ->
                    value.getKey()
                        + "="
                        + (value.getValue() instanceof String[] texts
                            ? String.join(",", new TreeSet<>(List.of(texts)))
                            : value.getValue() instanceof byte[] bytes
                                ? HexFormat.of().formatHex(bytes)
                                : value.getValue().toString()))
            .collect(Collectors.joining("\n"));
  }

  /** SQL: the workers, whole rows. Those who never moved are found by the index on their county. */
  public String sql() {
    return parts("");
  }

  /** SQL: the first of them in the order of county, household and person. */
  String first(int rows) {
    String first = " order by county, household_id, person_id limit " + rows;
    return "select * from (" + parts(first) + ") as part" + first;
  }

  private String parts(String tail) {
    return switch (scope) {
      case CountyScope.City() -> part(Stream.of(), tail);
      case CountyScope.Counties(var codes) ->
          codes.size() == 1
              ? settled("w.county = (:counties::text[])[1]", tail)
              : settled("w.county = any (:counties::text[])", tail);
    };
  }

  private String settled(String inScope, String tail) {
    return part(Stream.of("w.residence is null", inScope), tail)
        + " union all "
        + part(Stream.of("w.residence is not null", counted.within()), tail);
  }

  private String part(Stream<String> scoped, String tail) {
    return "(select * from worker w" + where(scoped) + tail + ")";
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
    beyondRegister = true;
    return narrowed(condition);
  }

  /** Whether what the register holds alone decides. */
  boolean isOfRegisterOnly() {
    return !beyondRegister;
  }

  private WorkerQuery narrowed(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Binds a value that a condition names. */
  public WorkerQuery with(String name, Object value) {
    values.put(name, value);
    return this;
  }
}
