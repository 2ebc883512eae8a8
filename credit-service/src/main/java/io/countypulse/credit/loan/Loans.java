package io.countypulse.credit.loan;

import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of loans as of any day. */
@Repository
public class Loans {

  private static final String FLAGS =
      Stream.of(Flag.values())
          .map(flag -> "case when " + flag.condition() + " then '" + flag.name() + "' end")
          .collect(Collectors.joining(", ", "array_remove(array[", "], null)"));

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Units units;

  Loans(ScopedTransactions transactions, JdbcClient jdbc, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.units = units;
  }

  /**
   * A page of the loans asked for, in the order of their ids.
   *
   * @param after cursor of the page before; null for the first page, which also tells the count
   */
  public LoanPage page(Asked asked, LoanQuery query, @Nullable String after, int limit) {
    return asked.read(
        transactions,
        jdbc,
        () -> {
          Long count = after == null ? count(query) : null;
          List<LoanItem> items = items(after == null ? query : query.after(after), limit + 1);
          boolean more = items.size() > limit;
          return new LoanPage(
              query.day(),
              items.stream().limit(limit).toList(),
              more ? items.get(limit - 1).loanId() : null,
              count);
        });
  }

  /** One loan, if among those of the query; in the running transaction. */
  Optional<LoanItem> find(LoanQuery query, String loan) {
    return items(query.loan(loan), 1).stream().findFirst();
  }

  private long count(LoanQuery query) {
    return jdbc.sql("select count(*) from (%s) as counted".formatted(query.sql()))
        .params(query.values())
        .query(Long.class)
        .single();
  }

  private List<LoanItem> items(LoanQuery query, int rows) {
    return jdbc.sql(
            "select c.*, %s as flags from (%s order by c.id limit :rows) as c order by c.id"
                .formatted(FLAGS, query.sql()))
        .params(query.values())
        .param("rows", rows)
        .query((row, _) -> item(row, query.day()))
        .list();
  }

  private LoanItem item(ResultSet row, LocalDate day) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    String id = row.getString("id");
    String bank = row.getString("bank");
    long overdue = row.getLong("overdue_fen");
    @Nullable LocalDate since =
        overdue > 0 ? row.getObject("overdue_since", LocalDate.class) : null;
    @Nullable Integer days =
        since == null ? null : (int) (day.toEpochDay() - since.toEpochDay()) + 1;
    @Nullable String status = row.getString("status");
    @Nullable BigDecimal rate = row.getBigDecimal("rate");
    String[] flags = (String[]) row.getArray("flags").getArray();
    return new LoanItem(
        id,
        bank,
        id.substring(bank.length() + 1),
        row.getString("household_id"),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        row.getObject("issued_on", LocalDate.class),
        Yuan.text(row.getLong("issued_fen")),
        row.getObject("due", LocalDate.class),
        rate == null ? null : rate.stripTrailingZeros().toPlainString(),
        status == null ? null : Yuan.text(row.getLong("balance_fen")),
        Yuan.text(overdue),
        since,
        days,
        days == null ? null : Bucket.of(days).label(),
        status,
        overdue > 0 ? "OVERDUE" : status,
        List.of(flags));
  }
}
