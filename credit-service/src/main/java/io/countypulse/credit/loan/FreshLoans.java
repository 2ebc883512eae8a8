package io.countypulse.credit.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loans that only one position ever told of, as nearly all of a bank's first feed: there is no
 * history to read, and what they make of a household without other loans is plain. What is said
 * here of a loan or household is what {@link LoanUpdate} would say of it.
 */
final class FreshLoans {

  private static final String LOANS =
      """
      insert into loan (id, bank, household_id, county, issued_on, issued_fen, version, business_date)
      select loan_id, split_part(loan_id, '|', 1), (told).household_id, (told).county, (told).issued_on,
        (told).issued_fen, 1, :day
      from changed
      where fresh
      """;

  private static final String PUBLISH_LOANS =
      """
      insert into outbox (topic, key, type, payload, traceparent)
      select 'credit.loan.v1', p.loan_id, 'io.countypulse.credit.loan.v1',
        loan_event(
          row(p.loan_id, p.bank, p.household_id, p.county, null, p.issued_on, p.issued_fen, 1, :day::date, now())::loan,
          position_event(p.day, p.due, p.balance_fen, p.overdue_fen, p.status)),
        :traceparent
      from changed c
      join loan_position p on p.loan_id = c.loan_id
      where c.fresh
      """;

  /** Households known before, or with several fresh loans, are told like any other. */
  private static final String NOT_PLAIN =
      """
      with lent as (
        select (told).household_id, count(*) as loans from changed where fresh group by 1
      )
      insert into touched_household (household_id)
      select l.household_id
      from lent l
      where (l.loans > 1 or exists (select from household h where h.id = l.household_id))
        and not exists (select from touched_household t where t.household_id = l.household_id)
      """;

  private static final String HOUSEHOLDS =
      """
      with first_loan as (
        insert into household (id, issued, overdue, version, business_date)
        select p.household_id,
          ('[{"period":"' || extract(year from p.issued_on) || '","county":"' || p.county || '","from":"' || p.issued_on
            || '"}]')::jsonb,
          coalesce('[{"county":"' || p.county || '","from":"' || p.owed_from || '"}]', '[]')::jsonb,
          1, :day
        from changed c
        join loan_position p on p.loan_id = c.loan_id
        where c.fresh and not exists (
          select from touched_household t where t.household_id = (c.told).household_id)
        returning *
      )
      insert into outbox (topic, key, type, payload, traceparent)
      select 'credit.household.v1', h.id, 'io.countypulse.credit.household.v1', household_event(h), :traceparent
      from first_loan h
      """;

  private final JdbcClient jdbc;
  private final LocalDate day;
  private final @Nullable String traceparent;

  FreshLoans(JdbcClient jdbc, LocalDate day, @Nullable String traceparent) {
    this.jdbc = jdbc;
    this.day = day;
    this.traceparent = traceparent;
  }

  void publish() {
    jdbc.sql(LOANS).param("day", day).update();
    jdbc.sql(PUBLISH_LOANS).param("day", day).param("traceparent", traceparent).update();
  }

  /** Called while no other bank's loans come in; what is left is in {@code touched_household}. */
  void publishHouseholds() {
    jdbc.sql(NOT_PLAIN).update();
    jdbc.sql(HOUSEHOLDS).param("day", day).param("traceparent", traceparent).update();
  }
}
