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
      "county_on(w.county, w.residence, lower(w.employed * " + Sql.YEAR_TO_DAY + "))"),
  /**
   * Out of work at the end of a spell that ended from 1 January to the day, unless without the wish
   * to work; in the county on the first such day.
   */
  RETURNED(
      Sql.STOPPED + " and " + Sql.RETURN_DAY + " <= :day::date",
      "county_on(w.county, w.residence, " + Sql.RETURN_DAY + ")"),
  /** Of those returned, in work again within 90 days; in the county on the first day of it. */
  RE_EMPLOYED(
      Sql.STOPPED + " and " + Sql.RE_EMPLOYMENT_DAY + " <= :day::date",
      "county_on(w.county, w.residence, " + Sql.RE_EMPLOYMENT_DAY + ")"),
  /**
   * In work on any day from 1 January to the day, or to the same day of the year before; in the
   * county on the day, and listed in each they lived in on such a day.
   */
  WORKED_SINCE_LAST_YEAR(
      "w.employed && (" + Sql.YEAR_TO_DAY + " + " + Sql.LAST_YEAR_TO_DAY + ")",
      Sql.COUNTY_ON_DAY,
      """
      exists (
        select from residence_stays(w.county, w.residence) as stay
        where stay.county = any (:counties::text[])
          and w.employed * datemultirange(stay.days) && (%s + %s))
      """
          .formatted(Sql.YEAR_TO_DAY, Sql.LAST_YEAR_TO_DAY));

  /** SQL: the days from 1 January to {@code :day}. */
  public static final String YEAR_TO_DAY = Sql.YEAR_TO_DAY;

  /** SQL: the days of the year before, to the same day. */
  public static final String LAST_YEAR_TO_DAY = Sql.LAST_YEAR_TO_DAY;

  private static final class Sql {
    static final String COUNTY_ON_DAY = "county_on(w.county, w.residence, :day::date)";
    static final String NOT_MERGED =
        "not exists (select from merged_worker m where m.person_id = w.person_id)";
    static final String YEAR_TO_DAY =
        "datemultirange(daterange(date_trunc('year', :day::date)::date, :day::date, '[]'))";
    static final String LAST_YEAR_TO_DAY =
        """
        datemultirange(daterange(
          (date_trunc('year', :day::date) - interval '1 year')::date,
          (:day::date - interval '1 year')::date, '[]'))\
        """;

    /** Whoever returned this year worked on a day since New Year's Eve, and on another did not. */
    static final String STOPPED =
        """
        w.wish_to_work is not false
          and w.employed && daterange(date_trunc('year', :day::date)::date - 1, :day::date, '[]')
          and not w.employed @> daterange(date_trunc('year', :day::date)::date - 1, :day::date, '[]')\
        """;

    static final String RETURN_DAY =
        """
        (select min(upper(stretch)) from unnest(w.employed) as stretch
          where upper(stretch) >= date_trunc('year', :day::date)::date)\
        """;
    static final String RE_EMPLOYMENT_DAY =
        """
        (select case when begun <= ended + 90 then begun end
          from (
            select upper(stretch) as ended, lead(lower(stretch)) over (order by stretch) as begun
            from unnest(w.employed) as stretch) as gap
          where ended >= date_trunc('year', :day::date)::date
          order by ended limit 1)\
        """;
  }

  private final String condition;
  private final String county;
  private final String within;

  Counted(String condition, String county) {
    this(condition, county, county + " = any (:counties::text[])");
  }

  Counted(String condition, String county, String within) {
    this.condition = condition;
    this.county = county;
    this.within = within;
  }

  /** SQL: whether worker {@code w} counts as of {@code :day}. */
  public String condition() {
    return condition;
  }

  /** SQL: the county in which worker {@code w} counts as of {@code :day}. */
  public String county() {
    return county;
  }

  /** SQL: whether worker {@code w}, who has moved, counts in one of {@code :counties}. */
  String within() {
    return within;
  }
}
