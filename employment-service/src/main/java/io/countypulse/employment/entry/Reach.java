package io.countypulse.employment.entry;

import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which days of which counties a change of people touches: where the days in work, or those outside
 * the province, differ between before and after.
 */
final class Reach {

  private static final String DAYS_AT_WORK =
      """
      select w.person_id, lived.place, w.employed * lived.days as worked, w.out_of_province * lived.days as away
      from worker w
      cross join lateral days_lived(w.county, w.residence) as lived
      where w.person_id = any (:people)
      """;

  private static final String DIFFERENCE =
      """
      with days as (
        select place,
          (coalesce(o.worked, '{}') - coalesce(n.worked, '{}')) + (coalesce(n.worked, '{}') - coalesce(o.worked, '{}'))
            + (coalesce(o.away, '{}') - coalesce(n.away, '{}')) + (coalesce(n.away, '{}') - coalesce(o.away, '{}'))
            as changed
        from days_before o
        full join (%s) as n using (person_id, place)
      )
      select place as county, min(lower(changed)) as first_day
      from days
      where not isempty(changed)
      group by place
      order by place
      """
          .formatted(DAYS_AT_WORK);

  /** A county and the first day on which one of its figures changes. */
  record Touched(UnitCode county, LocalDate firstDay) {}

  private final JdbcClient jdbc;
  private final String[] people;

  private Reach(JdbcClient jdbc, String[] people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  /** Notes what these people's days are now; once in a transaction. */
  static Reach before(JdbcClient jdbc, Collection<String> people) {
    Reach reach = new Reach(jdbc, people.toArray(String[]::new));
    jdbc.sql("create temporary table days_before on commit drop as " + DAYS_AT_WORK)
        .param("people", reach.people)
        .update();
    return reach;
  }

  /** What differs since. */
  List<Touched> after() {
    return jdbc.sql(DIFFERENCE)
        .param("people", people)
        .query(
            (row, _) ->
                new Touched(
                    new UnitCode(row.getString("county")),
                    row.getObject("first_day", LocalDate.class)))
        .list();
  }

  static Optional<LocalDate> firstDay(List<Touched> touched) {
    return touched.stream().map(Touched::firstDay).min(LocalDate::compareTo);
  }
}
