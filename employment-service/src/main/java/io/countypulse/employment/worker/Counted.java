package io.countypulse.employment.worker;

/**
 * What people are counted for, and in which county (DOMAIN.md § 4). A figure and the list of
 * records behind it both come from here, so they cannot part.
 */
public enum Counted {
  /** Every record there is, those given up in a merge included. */
  RECORDED("true", Sql.COUNTY_ON_DAY),
  /**
   * Everybody on the register, a person registered twice once; in the county of the household on
   * the day.
   */
  REGISTERED(Sql.NOT_MERGED, Sql.COUNTY_ON_DAY),
  /** In work on the day. */
  WORKING("w.employed @> :day::date", Sql.COUNTY_ON_DAY),
  /** In work on the day, by the spell that decides outside the province. */
  OUT_OF_PROVINCE("w.out_of_province @> :day::date", Sql.COUNTY_ON_DAY),
  /** In work on any day from 1 January to the day; in the county of the first such day. */
  WORKED_THIS_YEAR(
      "w.employed && " + Sql.YEAR_TO_DAY,
      "county_on(w.county, w.residence, lower(w.employed * " + Sql.YEAR_TO_DAY + "))");

  private static final class Sql {
    static final String COUNTY_ON_DAY = "county_on(w.county, w.residence, :day::date)";
    static final String NOT_MERGED =
        "not exists (select from merged_worker m where m.person_id = w.person_id)";
    static final String YEAR_TO_DAY =
        "datemultirange(daterange(date_trunc('year', :day::date)::date, :day::date, '[]'))";
  }

  private final String condition;
  private final String county;

  Counted(String condition, String county) {
    this.condition = condition;
    this.county = county;
  }

  /** SQL: whether worker {@code w} counts as of {@code :day}. */
  public String condition() {
    return condition;
  }

  /** SQL: the county in which worker {@code w} counts as of {@code :day}. */
  public String county() {
    return county;
  }
}
