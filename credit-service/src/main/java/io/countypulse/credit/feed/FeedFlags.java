package io.countypulse.credit.feed;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is odd about the loans of a feed, which are taken all the same: facts of the bank are
 * flagged, not dropped (DOMAIN.md § 5). Works on the staged details once they are applied.
 */
final class FeedFlags {

  /** Flag: the household is not in the register of covered households (yet). */
  static final String HOUSEHOLD_NOT_COVERED = "HOUSEHOLD_NOT_COVERED";

  /** Flag: with this loan the household owes more than 50,000 yuan, or 100,000 where approved. */
  static final String OVER_CAP = "OVER_CAP";

  /** Flag: the loan is missing from this position; it counts with balance 0 from this day. */
  static final String ABSENT = "ABSENT";

  private static final String COUNTS =
      """
      with told as (
        select loan_id, household_id from staged_detail where not refused
      ),
      open as (
        select l.household_id, l.issued_on, l.id, p.balance_fen
        from loan l
        join loan_position p on p.loan_id = l.id and p.until is null and p.balance_fen > 0
        where l.household_id in (select household_id from told)
      ),
      indebted as (
        select household_id from open group by household_id having sum(balance_fen) > 5000000
      ),
      running as (
        select household_id, id, sum(balance_fen) over (partition by household_id order by issued_on, id) as owed
        from open
        where household_id in (select household_id from indebted)
      )
      select 'HOUSEHOLD_NOT_COVERED' as flag, count(*) as loans
      from told t
      where not exists (select from covered_household c where c.id = t.household_id)
      union all
      select 'OVER_CAP', count(*)
      from running r
      join told t on t.loan_id = r.id
      left join household_approval a on a.household_id = r.household_id and a.withdrawn_on is null
      where r.owed > case when a.household_id is null then 5000000 else 10000000 end
      union all
      select 'ABSENT', count(*) from changed where (told).status = 'ABSENT' and line is null
      """;

  private final JdbcClient jdbc;

  FeedFlags(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Loans by flag, those found while reading included. */
  Map<String, Integer> count(Content content) {
    Map<String, Integer> flags = new TreeMap<>(content.flags());
    jdbc
        .sql(COUNTS)
        .query((row, _) -> Map.entry(row.getString("flag"), row.getInt("loans")))
        .list()
        .stream()
        .filter(flag -> flag.getValue() > 0)
        .forEach(flag -> flags.put(flag.getKey(), flag.getValue()));
    return flags;
  }
}
