package io.countypulse.credit.interest;

import io.countypulse.credit.feed.AfterFeed;
import io.countypulse.credit.interest.Statement.Line;
import io.countypulse.credit.interest.Statement.State;
import io.countypulse.credit.loan.Asked;
import io.countypulse.platform.access.CountyScope;
import io.countypulse.platform.access.ScopedTransactions;
import io.countypulse.platform.time.BusinessDate;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

/**
 * The statements, their lines and their steps; all but the lists run in the caller's transaction.
 */
@Repository
class Statements implements AfterFeed {

  /** A bank has a statement for every county it has, or had, a loan in. */
  private static final String OPEN =
      """
      insert into subsidy_statement (bank, county, quarter)
      select :bank, county, date_trunc('quarter', :day::date)::date
      from (
        select distinct county from loan_position where bank = :bank and until is null
        union
        select (told).county from changed
        union
        select (held).county from changed
      ) as lent
      where county is not null
      on conflict do nothing
      """;

  /** The lines in force: stored ones from the review on, before it those the data give. */
  private static final String TOTALLED =
      """
      select s.*, t.*
      from subsidy_statement s
      cross join lateral (
        select count(*) filter (where l.quarter = s.quarter)::int4 as loans,
          coalesce(sum(l.amount_fen) filter (where l.quarter = s.quarter), 0)::int8 as interest_fen,
          coalesce(sum(l.amount_fen) filter (where l.quarter < s.quarter), 0)::int8 as differences_fen
        from (
          select d.quarter, d.amount_fen from subsidy_lines(s.id, :today::date) d where s.state = 'DRAFT'
          union all
          select k.quarter, k.amount_fen from subsidy_line k where k.statement_id = s.id and s.state <> 'DRAFT'
        ) as l
      ) as t
      """;

  private static final String DIFFERS =
      """
      select exists (
        (select loan_id, quarter, amount_fen from subsidy_lines(:id, :today)
          except select loan_id, quarter, amount_fen from subsidy_line where statement_id = :id)
        union all
        (select loan_id, quarter, amount_fen from subsidy_line where statement_id = :id
          except select loan_id, quarter, amount_fen from subsidy_lines(:id, :today)))
      """;

  private final ScopedTransactions transactions;
  private final JdbcClient jdbc;
  private final Units units;
  private final BusinessDate businessDate;

  Statements(
      ScopedTransactions transactions, JdbcClient jdbc, Units units, BusinessDate businessDate) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.units = units;
    this.businessDate = businessDate;
  }

  @Override
  public void accepted(String bank, LocalDate day) {
    jdbc.sql(OPEN).param("bank", bank).param("day", day).update();
  }

  List<Statement> of(Asked asked, Quarter quarter, @Nullable String bank) {
    String @Nullable [] counties =
        asked.wanted() instanceof CountyScope.Counties(var codes)
            ? codes.stream().map(UnitCode::value).toArray(String[]::new)
            : null;
    return asked.read(
        transactions,
        jdbc,
        () ->
            jdbc.sql(
                    TOTALLED
                        + """
                        where s.quarter = :quarter and (:bank::text is null or s.bank = :bank)
                          and (:counties::text[] is null or s.county = any (:counties))
                        order by s.bank, s.county
                        """)
                .param("today", businessDate.today())
                .param("quarter", quarter.first())
                .param("bank", bank)
                .param("counties", counties)
                .query((row, _) -> read(row))
                .list());
  }

  /** A statement the caller may see, with its loans. */
  Optional<Statement.Detail> detail(Asked asked, UUID id) {
    return asked.read(
        transactions,
        jdbc,
        () ->
            find(id)
                .map(
                    statement ->
                        new Statement.Detail(
                            statement,
                            statement.state() == State.REVIEWED && differs(id),
                            lines(statement))));
  }

  Optional<Statement> find(UUID id) {
    return jdbc.sql(TOTALLED + "where s.id = :id")
        .param("today", businessDate.today())
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  /** The same, and nobody else takes a step with it meanwhile. */
  Optional<Statement> lock(UUID id) {
    jdbc.sql("select id from subsidy_statement where id = ? for update")
        .param(id)
        .query(UUID.class)
        .optional();
    return find(id);
  }

  /** Whether the data give other lines than those stored. */
  boolean differs(UUID id) {
    return jdbc.sql(DIFFERS)
        .param("id", id)
        .param("today", businessDate.today())
        .query(Boolean.class)
        .single();
  }

  /** Whether an earlier quarter of the same bank and county is not closed yet. */
  boolean earlierOpen(UUID id) {
    return jdbc.sql(
            """
            select exists (
              select from subsidy_statement s
              join subsidy_statement e on e.bank = s.bank and e.county = s.county and e.quarter < s.quarter
              where s.id = ? and e.state <> 'CLOSED')
            """)
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** Keeps the lines as they are now. */
  Statement review(UUID id, String by) {
    jdbc.sql("delete from subsidy_line where statement_id = ?").param(id).update();
    jdbc.sql(
            """
            insert into subsidy_line (
              statement_id, loan_id, household_id, quarter, days, fen_days, rate, amount_fen)
            select :id, * from subsidy_lines(:id, :today)
            """)
        .param("id", id)
        .param("today", businessDate.today())
        .update();
    jdbc.sql(
            """
            update subsidy_statement
            set state = 'REVIEWED', reviewed_by = ?, reviewed_at = now(), version = version + 1,
              recorded_at = now()
            where id = ?
            """)
        .param(by)
        .param(id)
        .update();
    return find(id).orElseThrow();
  }

  Statement close(UUID id, String by) {
    jdbc.sql(
            """
            update subsidy_statement
            set state = 'CLOSED', closed_by = ?, closed_at = now(), version = version + 1, recorded_at = now()
            where id = ?
            """)
        .param(by)
        .param(id)
        .update();
    return find(id).orElseThrow();
  }

  private List<Line> lines(Statement statement) {
    String source =
        statement.state() == State.DRAFT
            ? "subsidy_lines(:id, :today)"
            : "(select * from subsidy_line where statement_id = :id)";
    return jdbc.sql("select * from " + source + " as line order by quarter desc, loan_id")
        .param("id", statement.id())
        .param("today", businessDate.today())
        .query((row, _) -> line(row, statement))
        .list();
  }

  private static Line line(ResultSet row, Statement statement) throws SQLException {
    Quarter quarter = Quarter.of(row.getObject("quarter", LocalDate.class));
    int days = row.getInt("days");
    BigDecimal average =
        days == 0
            ? BigDecimal.ZERO.setScale(2)
            : row.getBigDecimal("fen_days")
                .divide(BigDecimal.valueOf(days).movePointRight(2), 2, RoundingMode.HALF_UP);
    return new Line(
        quarter,
        quarter.equals(statement.quarter()) ? "INTEREST" : "DIFFERENCE",
        row.getString("loan_id"),
        row.getString("household_id"),
        days,
        average.toPlainString(),
        row.getBigDecimal("rate").stripTrailingZeros().toPlainString(),
        Statement.yuan(row.getLong("amount_fen")));
  }

  private Statement read(ResultSet row) throws SQLException {
    UnitCode county = new UnitCode(row.getString("county"));
    Quarter quarter = new Quarter(row.getObject("quarter", LocalDate.class));
    LocalDate today = businessDate.today();
    long interest = row.getLong("interest_fen");
    long differences = row.getLong("differences_fen");
    return new Statement(
        row.getObject("id", UUID.class),
        row.getString("bank"),
        county,
        units.find(county).map(Unit::name).orElse(county.value()),
        quarter,
        quarter.last().isAfter(today) ? today : quarter.last(),
        State.valueOf(row.getString("state")),
        row.getInt("loans"),
        Statement.yuan(interest),
        Statement.yuan(differences),
        Statement.yuan(interest + differences),
        row.getString("reviewed_by"),
        instant(row, "reviewed_at"),
        row.getString("closed_by"),
        instant(row, "closed_at"),
        row.getLong("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
