package io.countypulse.employment.workshop;

import static java.util.Objects.requireNonNull;

import io.countypulse.employment.form.Entries;
import io.countypulse.employment.paging.Page;
import io.countypulse.employment.paging.Position;
import io.countypulse.employment.worker.Asked;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerItem;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.employment.worker.Workers;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Places on record and those only spells tell of, with the people of the scope who work there; all
 * within the running transaction.
 */
@Repository
class Workplaces {

  private static final String HANDS =
      """
      select w.person_id, w.county as lives_in, w.residence, a.*
      from ({workers}) as w
      cross join lateral assisted_spells(w.person_id, w.county, w.residence, w.spells, w.workplaces) as a
      where a.workplace is not null and a.start_day <= :day::date and coalesce(a.end_day > :day::date, true)
      """;

  private static final String PLACES =
      """
      select * from (
        select coalesce(place.id, told.workplace) as id, coalesce(place.post, told.post) as post,
          coalesce(place.county, told.county) as county, coalesce(place.name, told.employer) as name,
          place.village, place.since, place.until, place.version, coalesce(told.people, 0) as people,
          coalesce(told.wages, 0.00) as wages
        from workplace place
        full join (
          select workplace, min(post) as post, min(county_on(lives_in, residence, start_day)) as county,
            min(employer) as employer, count(distinct person_id)::int4 as people, sum(wage::numeric) as wages
          from ({hands}) as hands
          group by workplace
        ) as told on told.workplace = place.id
      ) as places
      where (:everywhere or county = any (:asked::text[])) and (:post::text is null or post = :post)
        and (:id::text is null or id = :id) and (county, name, id) > (:afterCounty, :afterName, :afterId)
      order by county, name, id
      limit :rows
      """;

  private static final String PEOPLE =
      """
      select hands.*, by_hand.person_id is not null as assigned
      from ({hands}) as hands
      left join workplace_person by_hand
        on by_hand.person_id = hands.person_id and by_hand.start_day = hands.start_day
      where hands.workplace = :id and (hands.person_id, hands.start_day) > (:afterPerson, :afterDay::date)
      order by hands.person_id, hands.start_day
      limit :rows
      """;

  private final JdbcClient jdbc;
  private final Workers workers;
  private final Units units;

  Workplaces(JdbcClient jdbc, Workers workers, Units units) {
    this.jdbc = jdbc;
    this.workers = workers;
    this.units = units;
  }

  /** A page of the places asked for, by county and name. */
  Page<Place> page(
      CountyScope asked,
      LocalDate day,
      @Nullable AssistedPost post,
      @Nullable String after,
      int limit) {
    Position position = Position.parse(after, "", "", "");
    List<Place> places = places(asked, day, post, null, position, limit + 1);
    return Page.of(
        day,
        places,
        limit,
        last -> Position.behind(last.county().value(), last.name(), last.id()),
        null);
  }

  /** One place, on record or not. */
  Optional<Place> find(CountyScope scope, LocalDate day, String id) {
    return places(scope, day, null, id, Position.behind("", "", ""), 1).stream().findFirst();
  }

  /** A page of the people with a spell in a place that covers the day, by their codes. */
  Page<Hand> people(
      CountyScope scope, LocalDate day, String id, @Nullable String after, int limit) {
    Position position = Position.parse(after, "", "0001-01-01");
    List<Line> lines =
        hands(PEOPLE, scope, day)
            .param("id", id)
            .param("afterPerson", position.value(0))
            .param("afterDay", position.day(1))
            .param("rows", limit + 1)
            .query((row, _) -> line(row))
            .list();
    Map<String, WorkerItem> people =
        workers.named(
            WorkerQuery.of(day, scope, Counted.REGISTERED),
            lines.stream().map(Line::person).toList());
    return Page.of(
        day,
        lines.stream().map(line -> line.of(requireNonNull(people.get(line.person())))).toList(),
        limit,
        last -> Position.behind(last.worker().personId(), last.since().toString()),
        null);
  }

  /**
   * Puts a place on record.
   *
   * @return its id; empty where it is on record already
   */
  Optional<String> add(NewPlace place, String by) {
    return jdbc.sql(
            """
            insert into workplace (id, post, county, name, village, since, until, recorded_by)
            select workplace_id(:post, :county, :name), :post, :county, :name, :village, :since, :until, :by
            on conflict do nothing
            returning id
            """)
        .param("post", Entries.required(place.post(), "post").name())
        .param("county", Entries.required(place.county(), "county").value())
        .param("name", place.name())
        .param("village", place.village())
        .param("since", place.since())
        .param("until", place.until())
        .param("by", by)
        .query(String.class)
        .optional();
  }

  /** The version of a record, which is locked; empty where there is none. */
  Optional<Long> lock(String id) {
    return jdbc.sql("select version from workplace where id = ? for update")
        .param(id)
        .query(Long.class)
        .optional();
  }

  /** Changes what of a record may change. */
  void change(String id, NewPlace place, String by) {
    jdbc.sql(
            """
            update workplace
            set village = :village, since = :since, until = :until, version = version + 1, recorded_by = :by,
              recorded_at = now()
            where id = :id
            """)
        .param("id", id)
        .param("village", place.village())
        .param("since", place.since())
        .param("until", place.until())
        .param("by", by)
        .update();
  }

  /** A spell before the person is known. */
  private record Line(
      String person,
      LocalDate since,
      @Nullable LocalDate until,
      @Nullable BigDecimal wage,
      boolean byHand) {
    Hand of(WorkerItem worker) {
      return new Hand(worker, since, until, wage, byHand);
    }
  }

  private List<Place> places(
      CountyScope asked,
      LocalDate day,
      @Nullable AssistedPost post,
      @Nullable String id,
      Position after,
      int rows) {
    return hands(PLACES, asked, day)
        .param("everywhere", asked instanceof CountyScope.City)
        .param("asked", Asked.codes(asked))
        .param("post", post == null ? null : post.name())
        .param("id", id)
        .param("afterCounty", after.value(0))
        .param("afterName", after.value(1))
        .param("afterId", after.value(2))
        .param("rows", rows)
        .query((row, _) -> place(row))
        .list();
  }

  private StatementSpec hands(String sql, CountyScope scope, LocalDate day) {
    WorkerQuery assisted =
        WorkerQuery.of(day, scope, Counted.REGISTERED).and("has_assisted_spells(w.spells)");
    return jdbc.sql(sql.replace("{hands}", HANDS.replace("{workers}", assisted.sql())))
        .params(assisted.values());
  }

  private Place place(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    return new Place(
        row.getString("id"),
        AssistedPost.valueOf(row.getString("post")),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getString("name"),
        row.getString("village"),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class),
        row.getObject("version") != null,
        row.getInt("people"),
        row.getBigDecimal("wages"),
        row.getObject("version", Long.class));
  }

  private static Line line(ResultSet row) throws SQLException {
    String wage = row.getString("wage");
    return new Line(
        row.getString("person_id"),
        row.getObject("start_day", LocalDate.class),
        row.getObject("end_day", LocalDate.class),
        wage == null ? null : new BigDecimal(wage),
        row.getBoolean("assigned"));
  }
}
