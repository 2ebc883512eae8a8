package io.countypulse.credit.loan;

import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.UnitCode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Double entry of the money lent, to the fen (DOMAIN.md § 5): every step from one position of a
 * loan to the next moves an amount, and issued − repaid − written off = outstanding.
 */
@Repository
class Ledger {

  /**
   * SQL: what each position moved against the one before; a loan that went missing is taken for
   * repaid, and told apart. A balance that rose again (冲正) moves a negative amount.
   */
  static final String STEPS =
      """
      select p.loan_id, p.bank, p.day, p.balance_fen,
        lag(p.balance_fen, 1, l.issued_fen) over (partition by p.loan_id order by p.day) - p.balance_fen as fen,
        case p.status when 'WRITTEN_OFF' then 'WRITTEN_OFF' when 'ABSENT' then 'ABSENT' else 'REPAID' end as kind
      from loan_position p
      join loan l on l.id = p.loan_id
      """;

  private static final String ACCOUNTS =
      """
      with moved as (
        select loan_id,
          coalesce(sum(fen) filter (where kind <> 'WRITTEN_OFF'), 0) as repaid,
          coalesce(sum(fen) filter (where kind = 'ABSENT'), 0) as absent,
          coalesce(sum(fen) filter (where kind = 'WRITTEN_OFF'), 0) as written_off
        from (%s where p.day <= :day) as step
        group by loan_id
      ),
      standing as (
        select c.* from (%s) as c
      )
      select s.bank, s.county, count(*) as loans, sum(s.issued_fen)::int8 as issued, sum(m.repaid)::int8 as repaid,
        sum(m.absent)::int8 as absent, sum(m.written_off)::int8 as written_off,
        sum(s.balance_fen)::int8 as outstanding
      from standing s
      join moved m on m.loan_id = s.id
      where (:bank::text is null or s.bank = :bank)
      group by s.bank, s.county
      order by s.bank, s.county
      """
          .formatted(STEPS, Counted.KNOWN.sql());

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;

  Ledger(ScopedTransactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /**
   * What was lent through a bank in a county, as of a day; yuan with two decimals.
   *
   * @param ofWhichAbsent part of repaid: of loans missing from their bank's later position
   * @param balanced whether issued − repaid − written off = outstanding
   */
  record Account(
      String bank,
      UnitCode county,
      long loans,
      String issued,
      String repaid,
      String ofWhichAbsent,
      String writtenOff,
      String outstanding,
      boolean balanced) {}

  /** The accounts of the counties asked for. */
  List<Account> accounts(Asked asked, LocalDate day) {
    return asked.read(
        transactions,
        jdbc,
        () ->
            jdbc
                .sql(ACCOUNTS)
                .param("day", day)
                .param("bank", asked.bank())
                .query(
                    (row, _) -> {
                      long issued = row.getLong("issued");
                      long repaid = row.getLong("repaid");
                      long writtenOff = row.getLong("written_off");
                      long outstanding = row.getLong("outstanding");
                      return new Account(
                          row.getString("bank"),
                          new UnitCode(row.getString("county")),
                          row.getLong("loans"),
                          Yuan.text(issued),
                          Yuan.text(repaid),
                          Yuan.text(row.getLong("absent")),
                          Yuan.text(writtenOff),
                          Yuan.text(outstanding),
                          issued - repaid - writtenOff == outstanding);
                    })
                .list()
                .stream()
                .filter(account -> asked.wanted().includes(account.county()))
                .toList());
  }
}
