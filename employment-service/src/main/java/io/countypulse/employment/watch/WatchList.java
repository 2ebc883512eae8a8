package io.countypulse.employment.watch;

import static java.util.Objects.requireNonNull;

import io.countypulse.employment.paging.Page;
import io.countypulse.employment.paging.Position;
import io.countypulse.employment.worker.Counted;
import io.countypulse.employment.worker.WorkerItem;
import io.countypulse.employment.worker.WorkerQuery;
import io.countypulse.employment.worker.Workers;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Poor people able to work and without wage as of any day; whoever waits longest comes first. */
@Repository
class WatchList {

  private static final String OUT_OF_WORK =
      "not w.employed @> :day::date and coalesce(w.labour <> all (:unable::text[]), true)";

  /** In the latest year told, as of the day. */
  private static final String LISTED =
      """
      select w.person_id, trunc(income.per_head, 2) as income_per_head, income.year as income_year,
        income.head_count, visit.visits, visit.last_on, coalesce(visit.last_on, '0001-01-01') as waits_since
      from ({workers}) as w
      cross join lateral (
        select h.head_count, (told ->> 'year')::int4 as year, (told ->> 'netIncome')::numeric / h.head_count as per_head
        from household h, jsonb_array_elements(h.incomes) as told
        where h.id = w.household_id and h.head_count > 0
          and (told ->> 'year')::int4 <= extract(year from :day::date)
        order by 2 desc
        limit 1
      ) as income
      cross join lateral (
        select count(*)::int4 as visits, max(visited_on) as last_on
        from watch_visit v
        where v.person_id = w.person_id and v.visited_on <= :day::date
      ) as visit
      where income.per_head < :poor
      """;

  /** The count with every page: the list is worked out once. */
  private static final String PAGE =
      """
      select * from (select *, count(*) over () as people from ({listed}) as everybody) as listed
      where (waits_since, person_id) > (:afterDay, :afterPerson)
      order by waits_since, person_id
      limit :rows
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Workers workers;

  WatchList(ScopedTransactions transactions, JdbcClient jdbc, Workers workers) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.workers = workers;
  }

  /** A line before the person is known, with the number of all. */
  private record Line(
      String personId,
      BigDecimal incomePerHead,
      int incomeYear,
      int headCount,
      int visits,
      @Nullable LocalDate lastOn,
      long people) {

    Watched of(WorkerItem worker) {
      return new Watched(worker, incomePerHead, incomeYear, headCount, visits, lastOn);
    }
  }

  /**
   * A page of the list.
   *
   * @param asked the counties asked for, within what the caller may see
   */
  Page<Watched> page(
      CountyScope scope, CountyScope asked, LocalDate day, @Nullable String after, int limit) {
    Position position = Position.parse(after, "0001-01-01", "");
    return transactions.read(
        scope,
        () -> {
          List<Line> lines = lines(asked, day, position, limit + 1);
          long people = lines.isEmpty() ? 0 : lines.getFirst().people();
          return Page.of(
              day,
              named(lines, asked, day),
              limit,
              WatchList::behind,
              after == null ? people : null);
        });
  }

  private static Position behind(Watched last) {
    LocalDate visit = last.lastVisitOn();
    return Position.behind(
        visit == null ? "0001-01-01" : visit.toString(), last.worker().personId());
  }

  private List<Watched> named(List<Line> lines, CountyScope asked, LocalDate day) {
    Map<String, WorkerItem> people =
        workers.named(
            WorkerQuery.of(day, asked, Counted.REGISTERED),
            lines.stream().map(Line::personId).toList());
    return lines.stream()
        .map(line -> line.of(requireNonNull(people.get(line.personId()))))
        .toList();
  }

  private List<Line> lines(CountyScope asked, LocalDate day, Position after, int rows) {
    return statement(PAGE, asked, day)
        .param("afterDay", after.day(0))
        .param("afterPerson", after.value(1))
        .param("rows", rows)
        .query(Line.class)
        .list();
  }

  private StatementSpec statement(String sql, CountyScope asked, LocalDate day) {
    WorkerQuery people =
        WorkerQuery.of(day, asked, Counted.REGISTERED)
            .with("unable", WatchRule.UNABLE.stream().map(Enum::name).toArray(String[]::new))
            .and(OUT_OF_WORK);
    return jdbc.sql(sql.replace("{listed}", LISTED.replace("{workers}", people.sql())))
        .params(people.values())
        .param("poor", WatchRule.INCOME_PER_HEAD);
  }
}
