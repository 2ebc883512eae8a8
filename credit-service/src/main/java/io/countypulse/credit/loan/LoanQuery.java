package io.countypulse.credit.loan;

import io.countypulse.platform.access.CountyScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which loans a list holds: those counted in a scope as of a day, and further conditions. The
 * values are bound, never written into the SQL.
 */
public final class LoanQuery {

  private static final String DAYS = "(:day::date - c.overdue_since + 1)";

  private final LocalDate day;
  private final Counted counted;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private LoanQuery(LocalDate day, Counted counted) {
    this.day = day;
    this.counted = counted;
    values.put("day", day);
  }

  /** Those who count for something in the scope as of the day. */
  public static LoanQuery of(LocalDate day, Asked asked, Counted counted) {
    LoanQuery query = new LoanQuery(day, counted);
    if (asked.wanted() instanceof CountyScope.Counties(var codes)) {
      String[] counties = codes.stream().map(Object::toString).toArray(String[]::new);
      query.with("counties", counties).and("c.county = any (:counties::text[])");
    }
    return asked.bank() == null ? query : query.bank(asked.bank());
  }

  LoanQuery bank(String bank) {
    String name = "bank" + values.size();
    return with(name, bank).and("c.bank = :" + name);
  }

  /** OVERDUE is whatever has overdue principal; any other is the bank's word without any. */
  LoanQuery state(String state) {
    return state.equals("OVERDUE")
        ? and("c.overdue_fen > 0")
        : with("state", state).and("c.status = :state and c.overdue_fen = 0");
  }

  LoanQuery bucket(Bucket bucket) {
    return with("least", bucket.least())
        .with("most", bucket.most())
        .and("c.overdue_fen > 0 and " + DAYS + " between :least and :most");
  }

  LoanQuery flag(Flag flag) {
    return and("(" + flag.condition() + ")");
  }

  /** With a balance that falls due on the day or within so many days after it. */
  LoanQuery dueWithin(int days) {
    return with("within", days)
        .and("c.balance_fen > 0 and c.due between :day::date and :day::date + :within::int4");
  }

  /** Loan numbers, loan ids or households that begin so. */
  LoanQuery search(String prefix) {
    return with("prefix", prefix)
        .and(
            "(starts_with(c.id, :prefix) or starts_with(c.id, c.bank || '|' || :prefix)"
                + " or starts_with(c.household_id, :prefix))");
  }

  LoanQuery loan(String id) {
    return with("id", id).and("c.id = :id");
  }

  LoanQuery after(String id) {
    return with("after", id).and("c.id > :after");
  }

  LocalDate day() {
    return day;
  }

  /** What the SQL binds. */
  Map<String, Object> values() {
    return Map.copyOf(values);
  }

  /** SQL: the loans. */
  String sql() {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return "select c.* from (" + counted.sql() + ") as c" + where;
  }

  private LoanQuery and(String condition) {
    conditions.add(condition);
    return this;
  }

  private LoanQuery with(String name, Object value) {
    values.put(name, value);
    return this;
  }
}
