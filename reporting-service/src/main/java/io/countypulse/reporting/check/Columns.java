package io.countypulse.reporting.check;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what the columns of a table hold, from their headings and their cells. */
final class Columns {

  /** 2024-05-10, 2024年5月, 5月10日, 5月: a year or a day may be left out. */
  private static final Pattern DATE =
      Pattern.compile("(?:(\\d{4})[-_./年])?(\\d{1,2})(?:[-_./](\\d{1,2})|月(?:(\\d{1,2})日)?)");

  private static final Pattern FILLER =
      Pattern.compile("截至|截止|(?<![a-z])(at|on|as_?of)(?![a-z])|[止_()/底]");

  private Columns() {}

  /** The columns of a table from the left. */
  static List<Column> of(List<String> headings, IntFunction<List<String>> cells) {
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < headings.size(); index++) {
      Set<Word> words = Word.of(headings.get(index));
      Column.Kind kind = kind(words, cells.apply(index));
      columns.add(
          new Column(index, headings.get(index), kind, words, words.contains(Word.EARLIER)));
    }
    return columns.stream().map(column -> dated(column, columns)).toList();
  }

  private static Column.Kind kind(Set<Word> words, List<String> cells) {
    List<PrintedNumber> numbers =
        cells.stream().flatMap(text -> PrintedNumber.of(text).stream()).toList();
    long told = cells.stream().filter(text -> !PrintedNumber.isNothing(text)).count();
    if (numbers.isEmpty()
        || numbers.size() * 2L < told
        || words.contains(Word.ROW_NUMBER)
        || words.contains(Word.UNIT_NAME)) {
      return Column.Kind.OTHER;
    }
    if (words.contains(Word.RANK)) {
      return Column.Kind.RANK;
    }
    if (words.contains(Word.CHANGE)) {
      return Column.Kind.CHANGE;
    }
    boolean signs =
        numbers.stream().filter(PrintedNumber::percentSign).count() * 2 > numbers.size();
    return signs || words.contains(Word.PERCENT) ? Column.Kind.PERCENT : Column.Kind.AMOUNT;
  }

  /** A dated column is an earlier one where the same is told undated, or of a later day. */
  private static Column dated(Column column, List<Column> all) {
    Optional<Integer> day = day(column.heading());
    if (day.isEmpty() || column.earlier()) {
      return column;
    }
    boolean earlier =
        all.stream()
            .filter(other -> other.index() != column.index() && other.kind() == column.kind())
            .filter(other -> sameThing(column.heading(), other.heading()))
            .anyMatch(other -> day(other.heading()).map(later -> later > day.get()).orElse(true));
    return new Column(column.index(), column.heading(), column.kind(), column.words(), earlier);
  }

  private static boolean sameThing(String one, String other) {
    return Objects.equals(undated(one), undated(other));
  }

  private static String undated(String heading) {
    String plain = DATE.matcher(PrintedNumber.plain(heading)).replaceAll("");
    return FILLER.matcher(plain).replaceAll("");
  }

  /** The day a heading names, as a number that grows with time. */
  private static Optional<Integer> day(String heading) {
    Matcher date = DATE.matcher(PrintedNumber.plain(heading));
    if (!date.find()) {
      return Optional.empty();
    }
    int year = date.group(1) == null ? 0 : Integer.parseInt(date.group(1));
    int month = Integer.parseInt(date.group(2));
    String day = date.group(3) == null ? date.group(4) : date.group(3);
    try {
      MonthDay valid = MonthDay.of(month, day == null ? 1 : Integer.parseInt(day));
      return Optional.of(
          Year.of(year).atMonth(valid.getMonth()).getMonthValue() * 31
              + year * 400
              + valid.getDayOfMonth());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
