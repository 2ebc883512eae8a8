package io.countypulse.credit.loan;

import io.countypulse.credit.loan.LoanDetail.Movement;
import io.countypulse.credit.loan.LoanDetail.Position;
import io.countypulse.credit.loan.LoanDetail.Stay;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The life of one loan. */
@Repository
class LoanHistory {

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Loans loans;
  private final Units units;

  LoanHistory(ScopedTransactions transactions, JdbcClient jdbc, Loans loans, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.loans = loans;
    this.units = units;
  }

  Optional<LoanDetail> find(Asked asked, String loan, LocalDate day) {
    return asked.read(
        transactions,
        jdbc,
        () -> {
          LoanQuery all = LoanQuery.of(day, asked, Counted.EVERY);
          return loans.find(all, loan).map(item -> detail(item, loan));
        });
  }

  private LoanDetail detail(LoanItem item, String loan) {
    List<Position> positions =
        jdbc.sql("select * from loan_position where loan_id = ? order by day")
            .param(loan)
            .query(LoanHistory::position)
            .list();
    return new LoanDetail(item, version(loan), residence(loan), positions, movements(loan, item));
  }

  private long version(String loan) {
    return jdbc.sql("select version from loan where id = ?").param(loan).query(Long.class).single();
  }

  private List<Stay> residence(String loan) {
    return jdbc.sql(
            """
            select (entry ->> 'from')::date as since, entry ->> 'county' as county
            from loan l,
              jsonb_array_elements(
                coalesce(l.residence, jsonb_build_array(jsonb_build_object('county', l.county)))) as entry
            where l.id = ?
            order by since nulls first
            """)
        .param(loan)
        .query(
            (row, _) -> {
              UnitCode county = new UnitCode(row.getString("county"));
              String name = units.find(county).map(Unit::name).orElse(county.value());
              return new Stay(row.getObject("since", LocalDate.class), county, name);
            })
        .list();
  }

  private List<Movement> movements(String loan, LoanItem item) {
    List<Movement> movements = new ArrayList<>();
    movements.add(new Movement(item.issuedOn(), "ISSUED", item.amount(), item.amount()));
    movements.addAll(
        jdbc.sql(
                """
                select day, kind, fen, balance_fen from (%s) as m
                where loan_id = ? and fen <> 0 order by day
                """
                    .formatted(Ledger.STEPS))
            .param(loan)
            .query(
                (row, _) ->
                    new Movement(
                        row.getObject("day", LocalDate.class),
                        row.getString("kind"),
                        Yuan.text(row.getLong("fen")),
                        Yuan.text(row.getLong("balance_fen"))))
            .list());
    return movements;
  }

  private static Position position(ResultSet row, int number) throws SQLException {
    @Nullable LocalDate until = row.getObject("until", LocalDate.class);
    @Nullable LocalDate owed = row.getObject("owed_from", LocalDate.class);
    boolean owes = owed != null && (until == null || owed.isBefore(until));
    return new Position(
        row.getObject("day", LocalDate.class),
        until,
        row.getObject("due", LocalDate.class),
        Yuan.text(row.getLong("balance_fen")),
        Yuan.text(row.getLong("overdue_fen")),
        owes ? owed : null,
        row.getString("status"),
        row.getObject("feed_id", UUID.class),
        row.getObject("line", Integer.class));
  }
}
