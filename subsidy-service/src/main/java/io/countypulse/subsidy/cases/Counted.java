package io.countypulse.subsidy.cases;

/**
 * What cases are counted for as of {@code :day}, and in which county (DOMAIN.md § 3, § 6). A figure
 * and the list of records behind it both come from here, so they cannot part.
 */
public enum Counted {
  /** Every case, one that lies ahead as well. */
  KNOWN("true", Sql.LIVES, false),
  /** Every case that has begun by the day; where the person lives then. */
  EVERY(
      "least(coalesce(c.entitled_from, c.paid_from, '-infinity'), coalesce(c.paid_from, 'infinity')) <= :day::date",
      Sql.LIVES,
      false),
  /** Entitled by the day, in the county of that day. */
  ENTITLED("c.entitled_from <= :day::date", Sql.WHEN_ENTITLED, false),
  /** With a payment that stands, in the county in which the first of them was made. */
  PAID("s.since is not null", Sql.WHEN_PAID, true),
  /** Entitled, and no payment stands. */
  UNPAID("c.entitled_from <= :day::date and s.since is null", Sql.WHEN_ENTITLED, true),
  /** Entitled and unpaid, and neither refused nor withdrawn; where the person lives now. */
  WAITING(
      "c.entitled_from <= :day::date and s.since is null and c.entitled_fen is not null"
          + " and c.step not in ('REFUSED', 'WITHDRAWN')",
      Sql.LIVES,
      true);

  private static final class Sql {
    static final String LIVES = "county_on(c.county, c.residence, :day::date)";
    static final String WHEN_ENTITLED = "county_on(c.county, c.residence, c.entitled_from)";
    static final String WHEN_PAID = "county_on(c.county, c.residence, s.since)";

    /** The first day of the days up to now on which some payment stood without a break. */
    static final String PAID_SINCE =
        """
        left join lateral (
          select lower(days) as since
          from (
            select unnest(range_agg(daterange(p.paid_on, p.returned_on))) as days
            from case_payment p
            where p.case_id = c.id
          ) as stood
          where days @> :day::date
        ) as s on true
        """;
  }

  private final String condition;
  private final String county;
  private final boolean looksAtPayments;

  Counted(String condition, String county, boolean looksAtPayments) {
    this.condition = condition;
    this.county = county;
    this.looksAtPayments = looksAtPayments;
  }

  /** SQL: the cases that count, with the county they count in as {@code counted_in}. */
  public String sql() {
    return "select c.*, %s as counted_in from subsidy_case c %s where %s"
        .formatted(county, looksAtPayments ? Sql.PAID_SINCE : "", condition);
  }
}
