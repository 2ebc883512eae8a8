package io.countypulse.employment.returning;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.countypulse.employment.paging.Page;
import io.countypulse.employment.paging.Position;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerItem;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.employment.worker.Workers;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.personal.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The re-employment list as of any day: everybody who stopped working and has not begun again, and
 * those who came back this year and have (DOMAIN.md § 4).
 */
@Repository
class Returns {

  /** Not in work since New Year's Eve without a break, and willing. */
  private static final String STOPPED =
      """
      w.wish_to_work is not false and w.employed && daterange(null, :day::date)
        and not w.employed @> daterange(date_trunc('year', :day::date)::date - 1, :day::date, '[]')\
      """;

  private static final String LISTED =
      """
      select w.person_id, gap.ended, gap.begun, talk.outcome, talk.contacted_on, talk.note, talk.recorded_by,
        talk.recorded_at,
        case when gap.begun is null then coalesce(talk.outcome, 'TO_CONTACT') else 'RE_EMPLOYED' end as state
      from ({workers}) as w
      cross join lateral (
        select upper(stretch) as ended, case when begun <= :day::date then begun end as begun
        from (
          select stretch, lead(lower(stretch)) over (order by stretch) as begun
          from unnest(w.employed) as stretch
        ) as stretches
        where upper(stretch) <= :day::date
        order by stretch desc
        limit 1
      ) as gap
      left join lateral (
        select * from return_contact c
        where c.person_id = w.person_id and c.contacted_on between gap.ended and :day::date
        order by c.contacted_on desc, c.id desc
        limit 1
      ) as talk on true
      where gap.begun is null or gap.ended >= date_trunc('year', :day::date)::date
      """;

  private static final String PAGE =
      """
      select * from ({listed}) as listed
      where (:state::text is null or state = :state) and (ended, person_id) > (:afterDay::date, :afterPerson)
      order by ended, person_id
      limit :rows
      """;

  private static final String STATES =
      "select state, count(*) as people from ({listed}) as listed group by state";

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Workers workers;
  private final PersonalData personalData;

  Returns(
      ScopedTransactions transactions,
      JdbcClient jdbc,
      Workers workers,
      PersonalData personalData) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.workers = workers;
    this.personalData = personalData;
  }

  /** A line before the person is known. */
  private record Line(
      String person,
      LocalDate ended,
      @Nullable LocalDate begun,
      Return.State state,
      @Nullable Contact contact) {

    Return of(WorkerItem worker, LocalDate day) {
      LocalDate until = begun == null ? day : begun;
      return new Return(
          worker, ended, ChronoUnit.DAYS.between(ended, until), state, begun, contact);
    }
  }

  /**
   * A page of the list.
   *
   * @param asked the counties asked for, within what the caller may see
   */
  ReturnPage page(
      CountyScope scope,
      CountyScope asked,
      LocalDate day,
      Return.@Nullable State state,
      @Nullable String after,
      int limit) {
    Position position = Position.parse(after, "0001-01-01", "");
    return transactions.read(
        scope,
        () -> {
          Map<Return.State, Long> states = after == null ? states(asked, day) : null;
          List<Line> lines = lines(asked, day, state, position, limit + 1);
          Page<Return> page =
              Page.of(
                  day,
                  named(lines, asked, day),
                  limit,
                  last -> Position.behind(last.returnedOn().toString(), last.worker().personId()),
                  states == null ? null : count(states, state));
          return new ReturnPage(page, states);
        });
  }

  /** Whether somebody is without work on a day after having worked; in the running transaction. */
  boolean isReturned(String person, LocalDate day) {
    return statement(
            "select begun is null from ({listed}) as listed", CountyScope.city(), day, person)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private List<Return> named(List<Line> lines, CountyScope asked, LocalDate day) {
    Map<String, WorkerItem> people =
        workers.named(
            WorkerQuery.of(day, asked, Counted.REGISTERED),
            lines.stream().map(Line::person).toList());
    return lines.stream()
        .map(line -> line.of(requireNonNull(people.get(line.person())), day))
        .toList();
  }

  private List<Line> lines(
      CountyScope asked, LocalDate day, Return.@Nullable State state, Position after, int rows) {
    return statement(PAGE, asked, day, null)
        .param("state", state == null ? null : state.name())
        .param("afterDay", after.day(0))
        .param("afterPerson", after.value(1))
        .param("rows", rows)
        .query((row, _) -> line(row))
        .list();
  }

  private Map<Return.State, Long> states(CountyScope asked, LocalDate day) {
    Map<Return.State, Long> told =
        statement(STATES, asked, day, null)
            .query(
                (row, _) ->
                    Map.entry(Return.State.valueOf(row.getString("state")), row.getLong("people")))
            .list()
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<Return.State, Long> all = new EnumMap<>(Return.State.class);
    for (Return.State state : Return.State.values()) {
      all.put(state, told.getOrDefault(state, 0L));
    }
    return all;
  }

  private static long count(Map<Return.State, Long> states, Return.@Nullable State state) {
    return state == null
        ? states.values().stream().mapToLong(Long::longValue).sum()
        : states.getOrDefault(state, 0L);
  }

  private StatementSpec statement(
      String sql, CountyScope asked, LocalDate day, @Nullable String person) {
    WorkerQuery stopped = WorkerQuery.of(day, asked, Counted.REGISTERED).and(STOPPED);
    if (person != null) {
      stopped.with("person", person).and("w.person_id = :person");
    }
    return jdbc.sql(sql.replace("{listed}", LISTED.replace("{workers}", stopped.sql())))
        .params(stopped.values());
  }

  private Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("person_id"),
        row.getObject("ended", LocalDate.class),
        row.getObject("begun", LocalDate.class),
        Return.State.valueOf(row.getString("state")),
        row.getString("outcome") == null ? null : Contacts.contact(row, personalData));
  }
}
