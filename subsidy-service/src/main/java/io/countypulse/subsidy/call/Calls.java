package io.countypulse.subsidy.call;

import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.subsidy.figure.Asked;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls of a month and their sums. */
@Repository
class Calls {

  private static final String COUNTS =
      """
      select county, what, count(*) as times
      from verification_call c
      cross join lateral (
        select 'EVER' as what
        union all
        select unnest(array['MADE', outcome]) where day >= :from and day < :until
        union all
        select policy || '.' || answer
        from jsonb_each_text(awareness) as told (policy, answer)
        where day >= :from and day < :until
      ) as counted
      where outcome is not null and (:counties::text[] is null or county = any (:counties))
      group by county, what
      """;

  private static final String LIST =
      """
      select person_id, day, county, outcome, awareness, count(*) over () as found
      from verification_call
      where day >= :from and day < :until and outcome is not null
        and (:counties::text[] is null or county = any (:counties))
        and (:outcomes::text[] is null or outcome = any (:outcomes))
        and (:policy::text is null or awareness ->> :policy in ('KNOWS', 'DOES_NOT_KNOW'))
      order by day, person_id
      limit :limit offset :offset
      """;

  /** It stays as a row without an outcome: its version goes on if the call is told again. */
  private static final String WITHDRAW =
      """
      with gone as (
        update verification_call as c set outcome = null, awareness = '{}', version = version + 1, recorded_at = now()
        where person_id = :person and day = :day and outcome is not null
        returning county, call_event(c) as payload
      ),
      published as (
        insert into outbox (topic, key, type, payload, traceparent)
        select 'subsidy.call.v1', :person || '|' || to_char(:day::date, 'YYYY-MM-DD'), 'io.countypulse.subsidy.call.v1',
          payload, :traceparent
        from gone
      )
      select county from gone
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Outbox outbox;

  Calls(ScopedTransactions transactions, JdbcClient jdbc, Outbox outbox) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** The month a day's figures tell of: the one before its own (DOMAIN.md § 6). */
  static YearMonth monthOf(LocalDate day) {
    return YearMonth.from(day).minusMonths(1);
  }

  /** The sums of every unit where anyone was ever called. */
  Map<UnitCode, Tally> tallies(Asked asked, YearMonth month) {
    Map<UnitCode, Map<String, Long>> counts = new HashMap<>();
    transactions
        .read(
            asked.may(),
            () ->
                jdbc.sql(COUNTS)
                    .param("from", month.atDay(1))
                    .param("until", month.plusMonths(1).atDay(1))
                    .param("counties", asked.counties())
                    .query(Count.class)
                    .list())
        .forEach(
            count ->
                counts
                    .computeIfAbsent(new UnitCode(count.county()), _ -> new HashMap<>())
                    .put(count.what(), count.times()));
    Map<UnitCode, Tally> tallies = new HashMap<>();
    counts.forEach((county, sums) -> tallies.put(county, new Tally(sums)));
    return tallies;
  }

  /** The calls of a month, oldest first, with how many there are in all. */
  List<Line> list(Asked asked, YearMonth month, Wanted wanted, int limit, int offset) {
    return transactions.read(
        asked.may(),
        () ->
            jdbc.sql(LIST)
                .param("from", month.atDay(1))
                .param("until", month.plusMonths(1).atDay(1))
                .param("counties", asked.counties())
                .param("outcomes", wanted.outcomes())
                .param("policy", wanted.policy())
                .param("limit", limit)
                .param("offset", offset)
                .query(Line.class)
                .list());
  }

  /**
   * Takes back a call entered by mistake, in the running transaction and its scope.
   *
   * @return its county; empty where there is no such call
   */
  Optional<UnitCode> withdraw(String personId, LocalDate day) {
    return jdbc.sql(WITHDRAW)
        .param("person", personId)
        .param("day", day)
        .param("traceparent", outbox.traceparent())
        .query((row, _) -> new UnitCode(row.getString("county")))
        .optional();
  }

  private record Count(String county, String what, long times) {}

  /**
   * Which calls count.
   *
   * @param policy those who could answer about it
   */
  @SuppressWarnings("ArrayRecordComponent") // goes to the database as it is
  record Wanted(String @Nullable [] outcomes, @Nullable String policy) {}

  /** One call as the list reads it. */
  record Line(
      String personId,
      LocalDate day,
      String county,
      String outcome,
      String awareness,
      long found) {}
}
