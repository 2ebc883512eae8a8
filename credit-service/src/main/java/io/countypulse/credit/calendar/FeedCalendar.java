package io.countypulse.credit.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.credit.bank.Bank;
import io.countypulse.credit.bank.Banks;
import io.countypulse.platform.time.BusinessDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which bank delivered on which day. */
@Repository
class FeedCalendar {

  private final BusinessDays days;
  private final Banks banks;
  private final JdbcClient jdbc;

  FeedCalendar(BusinessDays days, Banks banks, JdbcClient jdbc) {
    this.days = days;
    this.banks = banks;
    this.jdbc = jdbc;
  }

  /** How a bank's day stands. */
  enum State {
    ACCEPTED,
    REFUSED,
    MISSING,
    /** A business day that is not over, or not yet looked at. */
    EXPECTED,
    /** No business day, and nothing came. */
    CLOSED,
    /** Before the bank began to deliver. */
    NOT_EXPECTED
  }

  /** A day of the calendar. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Day(LocalDate date, boolean businessDay, @Nullable String name) {}

  /** A bank's day; counts and times only where a feed came. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cell(
      LocalDate date,
      State state,
      @Nullable Long sequence,
      @Nullable Integer corrections,
      @Nullable Integer rows,
      @Nullable Integer accepted,
      @Nullable Integer refused,
      @Nullable Integer openBreaks,
      @Nullable Instant receivedAt) {

    private static Cell empty(LocalDate date, State state) {
      return new Cell(date, state, null, null, null, null, null, null, null);
    }
  }

  /** A bank's days in the order of the calendar's. */
  record Row(String bank, String name, LocalTime expectedTime, List<Cell> days) {}

  /**
   * The grid.
   *
   * @param yearsWithoutHolidays years of these days of which no holidays are known
   */
  record Grid(
      LocalDate from,
      LocalDate to,
      LocalDate today,
      List<Integer> yearsWithoutHolidays,
      List<Day> days,
      List<Row> banks) {}

  private record Key(String bank, LocalDate day) {}

  /**
   * The days from one to another, both included.
   *
   * @param only one bank; null for all
   */
  Grid grid(LocalDate from, LocalDate to, LocalDate today, @Nullable String only) {
    List<LocalDate> dates = from.datesUntil(to.plusDays(1)).toList();
    Map<Key, Cell> told = told(from, to);
    Map<String, LocalDate> since = since();
    List<Row> rows =
        banks.all().stream()
            .filter(bank -> only == null || bank.code().equals(only))
            .map(bank -> row(bank, dates, told, since.getOrDefault(bank.code(), today)))
            .toList();
    List<Integer> unknown =
        IntStream.rangeClosed(from.getYear(), to.getYear())
            .filter(year -> !days.knows(year))
            .boxed()
            .toList();
    return new Grid(from, to, today, unknown, dates.stream().map(this::day).toList(), rows);
  }

  private Row row(Bank bank, List<LocalDate> dates, Map<Key, Cell> told, LocalDate since) {
    List<Cell> cells =
        dates.stream()
            .map(
                date -> {
                  Cell cell = told.get(new Key(bank.code(), date));
                  return cell == null ? Cell.empty(date, silent(date, since)) : cell;
                })
            .toList();
    return new Row(bank.code(), bank.name(), bank.expectedTime(), cells);
  }

  private State silent(LocalDate date, LocalDate since) {
    if (date.isBefore(since)) {
      return State.NOT_EXPECTED;
    }
    return days.includes(date) ? State.EXPECTED : State.CLOSED;
  }

  private Day day(LocalDate date) {
    return new Day(date, days.includes(date), days.name(date));
  }

  private Map<String, LocalDate> since() {
    Map<String, LocalDate> since = new HashMap<>();
    jdbc.sql(
            """
            select bank, min(since) as since from (
              select bank, since from feed_expectation
              union all
              select bank, min(business_date) from feed_day group by bank
            ) as begun
            group by bank
            """)
        .query(
            (row, _) -> since.put(row.getString("bank"), row.getObject("since", LocalDate.class)))
        .list();
    return since;
  }

  private Map<Key, Cell> told(LocalDate from, LocalDate to) {
    Map<Key, Cell> told = new HashMap<>();
    jdbc.sql("select * from feed_day where business_date between ? and ?")
        .param(from)
        .param(to)
        .query(
            (row, _) -> {
              LocalDate day = row.getObject("business_date", LocalDate.class);
              return told.put(new Key(row.getString("bank"), day), cell(day, row));
            })
        .list();
    return told;
  }

  private static Cell cell(LocalDate day, ResultSet row) throws SQLException {
    State state = State.valueOf(row.getString("state"));
    @Nullable OffsetDateTime received = row.getObject("received_at", OffsetDateTime.class);
    if (received == null) {
      return Cell.empty(day, state);
    }
    return new Cell(
        day,
        state,
        row.getObject("sequence", Long.class),
        row.getInt("corrections"),
        row.getInt("rows"),
        row.getInt("accepted"),
        row.getInt("refused"),
        row.getInt("open_breaks"),
        received.toInstant());
  }
}
