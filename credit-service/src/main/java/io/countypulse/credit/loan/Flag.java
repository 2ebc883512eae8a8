package io.countypulse.credit.loan;

/**
 * What is odd about a loan, which counts all the same (DOMAIN.md § 5). Nothing of it is stored: a
 * flag clears by itself when the missing fact arrives.
 */
public enum Flag {
  /** The county's name is not known: 待认定. */
  UNKNOWN_COUNTY("c.county = 'UNKNOWN'"),
  /** Due more than three years after it was issued. */
  TERM_TOO_LONG("c.due > c.issued_on + interval '3 years'"),
  /** The household is not in the register of covered households. */
  HOUSEHOLD_NOT_COVERED("not exists (select from covered_household h where h.id = c.household_id)"),
  /**
   * With this loan and those issued before it the household owes more than 50,000 yuan, or 100,000
   * where it is approved.
   */
  OVER_CAP(
      """
      c.balance_fen > 0 and (
        select sum(o.balance_fen)
        from loan e
        join loan_position o on o.loan_id = e.id and o.day <= :day::date and (o.until > :day::date or o.until is null)
        where e.household_id = c.household_id and (e.issued_on, e.id) <= (c.issued_on, c.id)
      ) > case
        when exists (
          select from household_approval a
          where a.household_id = c.household_id and a.approved_on <= :day::date
            and (a.withdrawn_on > :day::date or a.withdrawn_on is null))
        then 10000000 else 5000000 end
      """),
  /** Missing from a later position of its bank. */
  ABSENT("c.status = 'ABSENT'");

  private final String condition;

  Flag(String condition) {
    this.condition = condition;
  }

  /** SQL: whether the counted loan {@code c} has it as of {@code :day}. */
  String condition() {
    return condition;
  }
}
