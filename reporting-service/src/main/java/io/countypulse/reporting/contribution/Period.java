package io.countypulse.reporting.contribution;

import java.time.LocalDate;
import java.time.YearMonth;

/** What a measure is counted by: a stock by no period, a flow by a kind of them (DOMAIN.md § 3). */
public enum Period {
  /** A stock holds from day to day. */
  NONE("") {
    @Override
    public String shownAsOf(LocalDate day) {
      return Cell.NO_PERIOD;
    }

    @Override
    public LocalDate firstDay(String period) {
      return LocalDate.ofEpochDay(Entity.FIRST_DAY);
    }

    @Override
    public LocalDate lastDay(String period) {
      return LocalDate.MAX;
    }
  },

  /** A calendar year, {@code 2024}. */
  YEAR("\\d{4}") {
    @Override
    public String shownAsOf(LocalDate day) {
      return Integer.toString(day.getYear());
    }

    @Override
    public LocalDate firstDay(String period) {
      return LocalDate.of(Integer.parseInt(period), 1, 1);
    }

    @Override
    public LocalDate lastDay(String period) {
      return LocalDate.of(Integer.parseInt(period), 12, 31);
    }
  },

  /** A school year (学年): {@code 2023} from 1 September 2023 to 31 August 2024. */
  SCHOOL_YEAR("\\d{4}") {
    private static final int SUMMER_MONTHS = 8;

    @Override
    public String shownAsOf(LocalDate day) {
      return Integer.toString(day.minusMonths(SUMMER_MONTHS).getYear());
    }

    @Override
    public LocalDate firstDay(String period) {
      return LocalDate.of(Integer.parseInt(period), 9, 1);
    }

    @Override
    public LocalDate lastDay(String period) {
      return firstDay(period).plusYears(1).minusDays(1);
    }
  },

  /** A calendar month, {@code 2024-05}, shown once it is over: in June the figures are May's. */
  MONTH("\\d{4}-(0[1-9]|1[0-2])") {
    @Override
    public String shownAsOf(LocalDate day) {
      return YearMonth.from(day).minusMonths(1).toString();
    }

    @Override
    public LocalDate firstDay(String period) {
      return YearMonth.parse(period).atDay(1);
    }

    @Override
    public LocalDate lastDay(String period) {
      return YearMonth.parse(period).atEndOfMonth();
    }
  };

  private final String pattern;

  Period(String pattern) {
    this.pattern = pattern;
  }

  /** The period that is shown where none is asked for. */
  public abstract String shownAsOf(LocalDate day);

  /** The first day of a period of this kind. */
  public abstract LocalDate firstDay(String period);

  /** The last day of a period of this kind. */
  public abstract LocalDate lastDay(String period);

  /** Whether a text names a period of this kind, and not of none. */
  public boolean isNamedBy(String text) {
    return this != NONE && text.matches(pattern);
  }
}
