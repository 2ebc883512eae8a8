package io.countypulse.credit.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.credit.loan.Asked;
import io.countypulse.credit.loan.Yuan;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.outbox.Outbox;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of differences. */
@Repository
class Breaks {

  private static final String CONDITIONS =
      """
      from loan_break b
      where (:state::text is null or b.state = :state)
        and (:bank::text is null or b.bank = :bank)
        and (:kind::text is null or b.kind = :kind)
        and (:counties::text[] is null or b.county = any (:counties))
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Units units;

  Breaks(ScopedTransactions transactions, JdbcClient jdbc, Outbox outbox, Units units) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.units = units;
  }

  /**
   * A difference; amounts in yuan.
   *
   * @param loanId absent where it is of the bank as a whole
   * @param ageDays from the day it goes back to, to the business date
   * @param closedOn business date of the feed with which it went away
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Break(
      UUID id,
      String bank,
      @Nullable String loanId,
      @Nullable String number,
      UnitCode county,
      String countyName,
      Kind kind,
      String reason,
      String reasonEn,
      String expected,
      String found,
      String amount,
      LocalDate since,
      long ageDays,
      String state,
      @Nullable LocalDate closedOn,
      @Nullable String resolvedBy,
      @Nullable Instant resolvedAt,
      String note,
      long version) {}

  /** Conditions a list may be narrowed by. */
  record Filter(@Nullable String state, @Nullable String bank, @Nullable String kind) {}

  /**
   * A page, newest first.
   *
   * @param next the {@code after} of the next page; null on the last
   * @param count how many there are in all; told with the first page only
   */
  record Page(LocalDate asOf, List<Break> items, @Nullable UUID next, @Nullable Long count) {}

  Page page(Asked asked, Filter filter, LocalDate today, @Nullable UUID after, int limit) {
    return asked.read(
        transactions,
        jdbc,
        () -> {
          Long count =
              after == null
                  ? query("select count(*) " + CONDITIONS, asked, filter).query(Long.class).single()
                  : null;
          List<Break> items =
              query(
                      "select b.* "
                          + CONDITIONS
                          + " and (:after::uuid is null or b.id < :after) order by b.id desc limit"
                          + " :limit",
                      asked,
                      filter)
                  .param("after", after)
                  .param("limit", limit + 1)
                  .query((row, _) -> read(row, today))
                  .list();
          boolean more = items.size() > limit;
          return new Page(
              today,
              items.stream().limit(limit).toList(),
              more ? items.get(limit - 1).id() : null,
              count);
        });
  }

  /** One of those the caller may see. */
  Optional<Break> find(Asked asked, UUID id, LocalDate today) {
    return asked.read(transactions, jdbc, () -> find(id, today));
  }

  /** The same in the running transaction; nobody else changes it meanwhile. */
  Optional<Break> lock(UUID id, LocalDate today) {
    return jdbc.sql("select * from loan_break where id = ? for update")
        .param(id)
        .query((row, _) -> read(row, today))
        .optional();
  }

  /** A person has looked into it. */
  Break resolve(Break open, String by, String note, LocalDate today) {
    jdbc.sql(
            """
            update loan_break
            set state = 'RESOLVED', resolved_by = ?, resolved_at = now(), note = ?, version = version + 1,
              recorded_at = now()
            where id = ?
            """)
        .param(by)
        .param(note)
        .param(open.id())
        .update();
    jdbc.sql("select recount_breaks(?, ?)")
        .param(open.bank())
        .param(outbox.traceparent())
        .query((_, _) -> true)
        .single();
    return find(open.id(), today).orElseThrow();
  }

  private Optional<Break> find(UUID id, LocalDate today) {
    return jdbc.sql("select * from loan_break where id = ?")
        .param(id)
        .query((row, _) -> read(row, today))
        .optional();
  }

  private JdbcClient.StatementSpec query(String sql, Asked asked, Filter filter) {
    String @Nullable [] counties =
        asked.wanted() instanceof CountyScope.Counties(var codes)
            ? codes.stream().map(UnitCode::value).toArray(String[]::new)
            : null;
    return jdbc.sql(sql)
        .param("state", filter.state())
        .param("bank", filter.bank())
        .param("kind", filter.kind())
        .param("counties", counties);
  }

  private Break read(ResultSet row, LocalDate today) throws SQLException {
    String bank = row.getString("bank");
    String loan = row.getString("loan_id");
    UnitCode county = new UnitCode(row.getString("county"));
    Kind kind = Kind.valueOf(row.getString("kind"));
    LocalDate since = row.getObject("since", LocalDate.class);
    @Nullable OffsetDateTime resolved = row.getObject("resolved_at", OffsetDateTime.class);
    return new Break(
        row.getObject("id", UUID.class),
        bank,
        loan.isEmpty() ? null : loan,
        loan.isEmpty() ? null : loan.substring(bank.length() + 1),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        kind,
        kind.reason(),
        kind.reasonEn(),
        row.getString("expected"),
        row.getString("found"),
        Yuan.text(row.getLong("amount_fen")),
        since,
        today.toEpochDay() - since.toEpochDay(),
        row.getString("state"),
        row.getObject("closed_on", LocalDate.class),
        row.getString("resolved_by"),
        resolved == null ? null : resolved.toInstant(),
        row.getString("note"),
        row.getLong("version"));
  }
}
