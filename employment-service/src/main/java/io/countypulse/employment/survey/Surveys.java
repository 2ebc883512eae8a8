package io.countypulse.employment.survey;

import static java.util.stream.Collectors.groupingBy;

import io.countypulse.employment.survey.Completeness.Place;
import io.countypulse.employment.vocabulary.Education;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered, and of how many people how much is known. */
@Repository
class Surveys {

  /**
   * The last survey until the day is what is known of a person. Spells are read as JSON only where
   * one of them tells no area or employer; the offset keeps each fact from being worked out twice.
   */
  private static final String COMPLETENESS =
      """
      select county, township, village, count(*) as people,
        count(*) filter (where household) as household, count(*) filter (where employment) as employment,
        count(*) filter (where wish_to_work) as wish_to_work, count(*) filter (where skills) as skills,
        count(*) filter (where wish_to_train) as wish_to_train, count(*) filter (where education) as education,
        count(*) filter (
          where household and employment and wish_to_work and skills and wish_to_train and education) as complete
      from (
        select {county} as county, {township} as township, {village} as village, coalesce(h.version > 0, false) as household,
          case
            when not w.employed @> :day::date then true
            when strpos(w.spells::text, '"area":null') = 0 and strpos(w.workplaces::text, '"employer":null') = 0 then true
            else (
              select w.spells -> place ->> 'area' is not null and w.workplaces -> place ->> 'employer' is not null
              from spell_on(w.spells, :day::date) as place)
          end as employment,
          w.wish_to_work is not null as wish_to_work, s.skills is not null as skills,
          s.wish_to_train is not null as wish_to_train, s.education is not null as education
        from ({people}) as w
        left join household h on h.id = w.household_id
        left join lateral (
          select * from survey v
          where v.person_id = w.person_id and v.surveyed_on <= :day::date
          order by v.surveyed_on desc limit 1) as s on true
        offset 0
      ) as known
      group by 1, 2, 3
      order by 1, 2, 3
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Units units;

  Surveys(ScopedTransactions transactions, JdbcClient jdbc, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.units = units;
  }

  /** How far places are told apart. */
  enum Level {
    COUNTY("null::text", "null::text"),
    TOWNSHIP("w.township", "null::text"),
    VILLAGE("w.township", "w.village");

    private final String township;
    private final String village;

    Level(String township, String village) {
      this.township = township;
      this.village = village;
    }
  }

  /** All surveys of a person, the last first; in the running transaction. */
  List<Survey> of(String person) {
    return jdbc.sql("select * from survey where person_id = ? order by surveyed_on desc")
        .param(person)
        .query((row, _) -> survey(row))
        .list();
  }

  /**
   * How much is known of the people of each place.
   *
   * @param asked the counties asked for, within what the caller may see
   */
  Completeness completeness(CountyScope scope, CountyScope asked, LocalDate day, Level level) {
    WorkerQuery people = WorkerQuery.of(day, asked, Counted.REGISTERED);
    Map<UnitCode, List<Place>> places =
        transactions
            .read(
                scope,
                () ->
                    jdbc.sql(
                            COMPLETENESS
                                .replace("{county}", people.county())
                                .replace("{township}", level.township)
                                .replace("{village}", level.village)
                                .replace("{people}", people.sql()))
                        .params(people.values())
                        .query((row, _) -> place(row))
                        .list())
            .stream()
            .collect(groupingBy(Place::county));
    return new Completeness(
        day,
        units.rows().stream()
            .filter(unit -> asked instanceof CountyScope.City || asked.includes(unit.code()))
            .flatMap(unit -> places(unit, level, places))
            .toList());
  }

  private Stream<Place> places(Unit unit, Level level, Map<UnitCode, List<Place>> places) {
    if (level != Level.COUNTY) {
      return places.getOrDefault(unit.code(), List.of()).stream();
    }
    boolean city = unit.equals(units.city());
    Place nobody = new Place(unit.code(), unit.name(), null, null, 0, 0, 0, 0, 0, 0, 0, 0);
    return Stream.of(
        (city
                ? places.values().stream().flatMap(List::stream)
                : places.getOrDefault(unit.code(), List.of()).stream())
            .reduce(nobody, Place::plus));
  }

  private Place place(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    return new Place(
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getString("township"),
        row.getString("village"),
        row.getLong("people"),
        row.getLong("household"),
        row.getLong("employment"),
        row.getLong("wish_to_work"),
        row.getLong("skills"),
        row.getLong("wish_to_train"),
        row.getLong("education"),
        row.getLong("complete"));
  }

  private static Survey survey(ResultSet row) throws SQLException {
    String education = row.getString("education");
    return new Survey(
        row.getObject("surveyed_on", LocalDate.class),
        row.getString("skills"),
        row.getObject("wish_to_train", Boolean.class),
        row.getString("training_trade"),
        row.getObject("wish_to_work", Boolean.class),
        education == null ? null : Education.valueOf(education),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
