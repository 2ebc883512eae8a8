package io.countypulse.credit.loan;

/**
 * What loans are counted for as of {@code :day}, and in which county (DOMAIN.md § 5). A figure and
 * the list of records behind it both come from here, so they cannot part.
 */
public enum Counted {
  /** Every loan; in the county of the day, or before any position in that of its beginning. */
  EVERY("true", "coalesce(p.county, " + Sql.COUNTY_WHEN_ISSUED + ")", false),
  /** With a position that holds on the day. */
  KNOWN("p.loan_id is not null", Sql.COUNTY_ON_DAY, false),
  /** Issued in the day's year and by the day, in the county of that day. */
  ISSUED(Sql.ISSUED, Sql.COUNTY_WHEN_ISSUED, false),
  /** The household's first loan of the year. */
  ISSUED_HOUSEHOLDS(Sql.ISSUED, Sql.COUNTY_WHEN_ISSUED, true),
  /** With a balance. */
  OUTSTANDING("p.balance_fen > 0", Sql.COUNTY_ON_DAY, false),
  /** With overdue principal, by the bank or by the calendar. */
  OVERDUE(Sql.OVERDUE, Sql.COUNTY_ON_DAY, false),
  /** Of a household's overdue loans the one issued first. */
  OVERDUE_HOUSEHOLDS(Sql.OVERDUE, Sql.COUNTY_ON_DAY, true);

  private static final class Sql {
    static final String COUNTY_ON_DAY = "p.county";
    static final String COUNTY_WHEN_ISSUED = "county_on(l.county, l.residence, l.issued_on)";
    static final String ISSUED =
        "l.issued_on between date_trunc('year', :day::date)::date and :day::date";
    static final String OVERDUE = "p.owed_from <= :day::date";
  }

  private final String condition;
  private final String county;
  private final boolean onceAHousehold;

  Counted(String condition, String county, boolean onceAHousehold) {
    this.condition = condition;
    this.county = county;
    this.onceAHousehold = onceAHousehold;
  }

  /** SQL: the loans {@code l} that count, with their position {@code p} on the day, if any. */
  public String sql() {
    return """
        select %s l.id, l.bank, l.household_id, %s as county, l.issued_on, l.issued_fen,
          p.day as position_day, p.due, p.rate, p.balance_fen, p.status, p.feed_id, p.line,
          case when p.owed_from <= :day::date then p.owed_fen else 0 end as overdue_fen,
          case
            when p.owed_from > :day::date then null
            when p.overdue_fen > 0 then coalesce(p.overdue_since, least(p.due + 1, p.day))
            when p.owed_from is not null then p.due + 1
          end as overdue_since
        from loan l
        left join loan_position p
          on p.loan_id = l.id and p.day <= :day::date and (p.until > :day::date or p.until is null)
        where l.issued_fen > 0 and %s
        %s
        """
        .formatted(
            onceAHousehold ? "distinct on (l.household_id)" : "",
            county,
            condition,
            onceAHousehold ? "order by l.household_id, l.issued_on, l.id" : "");
  }
}
