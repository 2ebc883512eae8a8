package io.countypulse.subsidy.cases;

import io.countypulse.subsidy.figure.Asked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cases a list holds: those counted in a scope as of a day, and further conditions. The
 * values are bound, never written into the SQL.
 */
public final class CaseQuery {

  private final LocalDate day;
  private final Counted counted;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private CaseQuery(LocalDate day, Counted counted) {
    this.day = day;
    this.counted = counted;
    values.put("day", day);
  }

  /** Those who count for something in the scope as of its day. */
  public static CaseQuery of(Asked asked, Counted counted) {
    CaseQuery query = new CaseQuery(asked.day(), counted);
    String[] counties = asked.counties();
    return counties == null
        ? query
        : query.with("counties", counties).and("c.counted_in = any (:counties::text[])");
  }

  /** One case, wherever it counts. */
  static CaseQuery one(LocalDate day, String id) {
    return new CaseQuery(day, Counted.KNOWN).with("id", id).and("c.id = :id");
  }

  public CaseQuery programme(CaseProgramme programme) {
    return with("programme", programme.name()).and("c.programme = :programme");
  }

  public CaseQuery period(int period) {
    return with("period", period).and("c.period = :period");
  }

  public CaseQuery step(Step step) {
    return with("standsAt", step.name()).and("c.step = :standsAt");
  }

  CaseQuery flag(Flag flag) {
    return and("(" + flag.condition() + ")");
  }

  /** Those that should have gone on by the day, and have not. */
  CaseQuery stuck() {
    return and("(" + CaseList.DUE + ") < :day::date");
  }

  CaseQuery household(String id) {
    return with("household", id).and("c.household_id = :household");
  }

  /** People, workshops or households whose code begins so. */
  CaseQuery search(String prefix) {
    return with("prefix", prefix)
        .and("(starts_with(c.subject_id, :prefix) or starts_with(c.household_id, :prefix))");
  }

  CaseQuery holderOf(byte[] identityHash) {
    return with("identity", identityHash)
        .and("c.subject_id in (select person_id from beneficiary where identity_hash = :identity)");
  }

  CaseQuery after(String entitledFrom, String id) {
    return with("afterDay", entitledFrom)
        .with("afterId", id)
        .and("(coalesce(c.entitled_from, 'infinity'), c.id) > (:afterDay::date, :afterId)");
  }

  public LocalDate day() {
    return day;
  }

  /** What the SQL binds. */
  public Map<String, Object> values() {
    return Map.copyOf(values);
  }

  /** SQL: the cases. */
  public String sql() {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return "select c.* from (" + counted.sql() + ") as c" + where;
  }

  private CaseQuery and(String condition) {
    conditions.add(condition);
    return this;
  }

  private CaseQuery with(String name, Object value) {
    values.put(name, value);
    return this;
  }
}
