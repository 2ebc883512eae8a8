package io.countypulse.platform.intake.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates out of cells, by one written rule: {@code 2024-6-1}, {@code 2024/06/01}, {@code 2024.6.1},
 * {@code 2024年6月1日}, {@code 20240601}, a spreadsheet date, and in a spreadsheet number cell the
 * serial number of a day. A time of day without zone is dropped; with a zone the date is not
 * certain and is refused. Years 1900 to 2100.
 */
public final class Dates {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})"
              + "|年(\\d{1,2})月(\\d{1,2})日|(\\d{2})(\\d{2}))(?:[T\\s]*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int FIRST_SERIAL_AFTER_THE_FALSE_LEAP_DAY = 61;
  private static final int LAST_SERIAL = 73_415;

  private Dates() {}

  public static Parsed<LocalDate> parse(SheetRow row, Column column) {
    if (row.kind(column) == CellKind.ERROR) {
      return Parsed.wrong(Texts.cellError(row, column));
    }
    String text = row.text(column);
    if (text.isEmpty()) {
      return Parsed.blank(column);
    }
    return isIso(text)
        ? date(text, column, number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
        : unusual(row, column, text);
  }

  private static Parsed<LocalDate> unusual(SheetRow row, Column column, String text) {
    String compact = Characters.compact(text);
    if (row.kind(column) == CellKind.NUMBER && compact.length() <= 5 && isDigits(compact)) {
      return serial(column, Integer.parseInt(compact));
    }
    Matcher written = WRITTEN.matcher(compact);
    if (!written.matches()) {
      return Parsed.wrong(unreadable(column, text));
    }
    for (int month = 2; month <= 10; month += 2) {
      if (written.group(month) != null) {
        return date(
            text,
            column,
            Integer.parseInt(written.group(1)),
            Integer.parseInt(written.group(month)),
            Integer.parseInt(written.group(month + 1)));
      }
    }
    throw new IllegalStateException("a written date has a month");
  }

  private static Parsed<LocalDate> serial(Column column, int serial) {
    return serial >= FIRST_SERIAL_AFTER_THE_FALSE_LEAP_DAY && serial <= LAST_SERIAL
        ? Parsed.value(DAY_ZERO.plusDays(serial))
        : Parsed.wrong(unreadable(column, Integer.toString(serial)));
  }

  private static Parsed<LocalDate> date(String text, Column column, int year, int month, int day) {
    if (year < 1900 || year > 2100) {
      return Parsed.wrong(
          Fault.of(
              "DATE_OUT_OF_RANGE",
              column,
              column.header() + "的年份应在 1900 至 2100 之间",
              "The year must lie between 1900 and 2100",
              text));
    }
    if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return Parsed.wrong(
          Fault.of(
              "DATE_IMPOSSIBLE",
              column,
              column.header() + "不是存在的日期，请按日历更正",
              "There is no such day in the calendar",
              text));
    }
    return Parsed.value(LocalDate.of(year, month, day));
  }

  private static Fault unreadable(Column column, String text) {
    return Fault.of(
        "DATE_UNREADABLE",
        column,
        column.header() + "不是可识别的日期，请写成 2024-06-01 的形式",
        "Not a date: write it like 2024-06-01",
        text);
  }

  private static boolean isIso(String text) {
    return text.length() == 10
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && isDigits(text, 0, 4)
        && isDigits(text, 5, 7)
        && isDigits(text, 8, 10);
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  private static boolean isDigits(String text) {
    return isDigits(text, 0, text.length());
  }

  private static boolean isDigits(String text, int start, int end) {
    for (int place = start; place < end; place++) {
      if (text.charAt(place) < '0' || text.charAt(place) > '9') {
        return false;
      }
    }
    return true;
  }
}
