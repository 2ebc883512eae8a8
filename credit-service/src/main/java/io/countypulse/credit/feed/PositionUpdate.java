package io.countypulse.credit.feed;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Works the staged details of a bank's day into the history of its loans, as sets (DOMAIN.md § 5).
 *
 * <p>Only what differs from what held on that day is touched. A day in the past changes that day
 * alone: from the bank's next position on which the loan was told, everything is as it was.
 */
final class PositionUpdate {

  /** The same loan twice in a feed: alike, and one row of it counts; or not, and none does. */
  private static final String DUPLICATES =
      """
      with suspect as (
        select loan_id from staged_detail group by loan_id having count(*) > 1
      ),
      repeated as (
        select loan_id, min(line) as first_line, max(line) as last_line,
          bool_or(refused) or count(distinct (
            household_id, county, issued_on, issued_fen, due, rate, balance_fen, overdue_fen, overdue_since,
            status)) > 1 as contradictory
        from staged_detail
        where loan_id in (select loan_id from suspect)
        group by loan_id
      ),
      surplus as (
        delete from staged_detail s using repeated r
        where s.loan_id = r.loan_id and s.line > r.first_line
        returning s.line, s.refused, r.*
      ),
      spoilt as (
        update staged_detail s set refused = true from repeated r
        where s.loan_id = r.loan_id and s.line = r.first_line and r.contradictory and not s.refused
        returning s.line, r.*
      )
      insert into feed_refusal (feed_id, line, code, field, message, message_en)
      select :feed, line, 'DUPLICATE_IN_FEED', '借据号',
        case
          when contradictory
            then '第 ' || first_line || ' 行至第 ' || last_line || ' 行中同一借据号出现多次且内容不一致，请保留一行'
          else '与第 ' || first_line || ' 行重复'
        end,
        case
          when contradictory then 'The same loan stands more than once with different content: keep one row'
          else 'Repeats line ' || first_line
        end
      from (
        select line, first_line, last_line, contradictory from surplus where not refused
        union all
        select line, first_line, last_line, contradictory from spoilt
      ) as refused
      """;

  /**
   * What holds of each loan on the day (held), what held until then (before), and what the feed
   * makes of the day (told). A refused row leaves the loan as it was before. A loan is fresh if
   * this is the first and only position that ever told of it.
   */
  private static final String CHANGED =
      """
      create temporary table changed on commit drop as
      with held as (
        select loan_id, day, facts_of(p) as facts
        from loan_position p
        where bank = :bank and day <= :day and (until > :day or until is null)
      ),
      earlier as (
        select loan_id, facts_of(p) as facts from loan_position p where bank = :bank and until = :day
      ),
      seen as (
        select coalesce(s.loan_id, h.loan_id) as loan_id, s.line, s.refused, h.facts as held,
          case when h.day < :day then h.facts else e.facts end as before,
          case
            when not s.refused then row(
              s.household_id, s.county, s.issued_on, s.issued_fen, s.due, s.rate, s.balance_fen, s.overdue_fen,
              s.overdue_since, s.status)::loan_facts
          end as said
        from staged_detail s
        full join held h on h.loan_id = s.loan_id
        left join earlier e on e.loan_id = h.loan_id and h.day = :day
      ),
      decided as (
        select loan_id, line, refused, held, before,
          case
            when refused then before
            when line is not null then said
            when :supplement then held
            else facts_when_absent(before)
          end as told
        from seen
      )
      select d.loan_id, d.line, d.refused, d.held, d.before, d.told, (d.held).status is null and l.id is null as fresh,
        null::date as next_day, null::loan_facts as following, null::uuid as following_feed,
        null::int4 as following_line
      from decided d
      left join loan l on l.id = d.loan_id
      where d.told is distinct from d.held
      """;

  /** The bank's next position that tells of the loan, and what it says. */
  private static final String FOLLOWING =
      """
      with next as (
        select c.loan_id, c.told, min(d.business_date) as day
        from changed c
        join feed_day d on d.bank = :bank and d.business_date > :day and d.state = 'ACCEPTED'
        where not exists (
          select from refused_loan r
          where r.bank = d.bank and r.business_date = d.business_date and r.loan_id = c.loan_id)
        group by c.loan_id, c.told
      )
      update changed c
      set next_day = n.day, fresh = false, following_feed = coalesce(p.feed_id, :feed), following_line = p.line,
        following = case
          when p.status is null or p.status = 'ABSENT' then facts_when_absent(n.told)
          else facts_of(p)
        end
      from next n
      left join loan_position p
        on p.loan_id = n.loan_id and p.day <= n.day and (p.until > n.day or p.until is null)
      where c.loan_id = n.loan_id
      """;

  private static final String CLEAR =
      """
      delete from loan_position p using changed c
      where not c.fresh and p.loan_id = c.loan_id and p.day in (:day, c.next_day)
      """;

  private static final String PLACE =
      """
      insert into loan_position (
        loan_id, bank, day, household_id, county, issued_on, issued_fen, due, rate, balance_fen, overdue_fen,
        overdue_since, status, feed_id, line)
      select loan_id, :bank, :day, (told).*, :feed::uuid, line
      from changed
      where told is distinct from before and (told).status is not null
      union all
      select loan_id, :bank, next_day, (following).*, following_feed, following_line
      from changed
      where following is distinct from told and (following).status is not null
      """;

  private static final String CHAIN =
      """
      update loan_position p set until = c.until
      from (
        select loan_id, day, lead(day) over (partition by loan_id order by day) as until
        from loan_position
        where loan_id in (select loan_id from changed where not fresh)
      ) as c
      where p.loan_id = c.loan_id and p.day = c.day and p.until is distinct from c.until
      """;

  private static final String REFUSED_LOANS =
      """
      insert into refused_loan (bank, business_date, loan_id)
      select :bank, :day, loan_id from staged_detail where refused
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final UUID feed;
  private final String bank;
  private final LocalDate day;
  private final boolean supplement;

  PositionUpdate(JdbcClient jdbc, UUID feed, FeedHeader header) {
    this.jdbc = jdbc;
    this.feed = feed;
    this.bank = header.bank();
    this.day = header.businessDate();
    this.supplement = header.supplement();
  }

  /** Refuses what stands twice; called before anything is counted. */
  void refuseDuplicates() {
    sql(DUPLICATES).update();
  }

  /** Fills the temporary table {@code changed} and the histories. */
  void apply(boolean newestDay) {
    sql(CHANGED).update();
    jdbc.sql("analyze changed (loan_id, fresh)").update();
    if (!newestDay) {
      sql(FOLLOWING).update();
    }
    sql(CLEAR).update();
    sql(PLACE).update();
    sql(CHAIN).update();
    forgetRefused();
    sql(REFUSED_LOANS).update();
  }

  /** A whole position replaces what was refused of the day; a supplement what it names. */
  private void forgetRefused() {
    sql("""
        delete from refused_loan r
        where bank = :bank and business_date = :day
          and (not :supplement or loan_id in (select loan_id from staged_detail where not refused))
        """)
        .update();
  }

  private JdbcClient.StatementSpec sql(String statement) {
    return jdbc.sql(statement)
        .param("feed", feed)
        .param("bank", bank)
        .param("day", day)
        .param("supplement", supplement);
  }

  /** The newest accepted position of the bank, if any. */
  static @Nullable LocalDate newest(JdbcClient jdbc, String bank) {
    return jdbc.sql("select max(business_date) from feed_day where bank = ? and state = 'ACCEPTED'")
        .param(bank)
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }
}
