package io.countypulse.reporting.check;

import io.countypulse.platform.units.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the tables in a grid: a heading of one row or several, rows of numbers beneath it. A sheet
 * may hold several, each under its title.
 */
final class TableReader {

  private static final int MOST_HEADING_ROWS = 4;
  private static final Pattern NO_TITLE = Pattern.compile("(计量)?单位[:：].*|[(（]?单位[:：].*");
  private static final Pattern COLUMN_NUMBERS = Pattern.compile("甲|栏次");
  private static final Pattern TOTAL =
      Pattern.compile("(全[市省州县区国盟旗]|.{0,6})?(总计|合计|共计|总数)|全[市省州县区国盟旗]|total|sum|all");
  private static final Pattern SUBTOTAL = Pattern.compile("(.{0,8})?小计|subtotal");
  private static final Pattern THEREOF = Pattern.compile("^(其中|#).*");

  private final Units units;
  private final int number;
  private final PrintedTable grid;
  private final List<ReadTable> tables = new ArrayList<>();
  private final List<Integer> heading = new ArrayList<>();
  private final List<Integer> body = new ArrayList<>();
  private String title;

  private TableReader(Units units, int number, PrintedTable grid) {
    this.units = units;
    this.number = number;
    this.grid = grid;
    title = grid.name();
  }

  /** The tables of a grid, from top to bottom. */
  static List<ReadTable> read(Units units, int number, PrintedTable grid) {
    TableReader reader = new TableReader(units, number, grid);
    for (int row = 0; row < grid.rows().size(); row++) {
      reader.take(row);
    }
    reader.end();
    return reader.tables;
  }

  private void take(int row) {
    List<String> texts = texts(row);
    Set<String> distinct = new LinkedHashSet<>(texts);
    if (texts.isEmpty()) {
      end();
    } else if (isBody(texts)) {
      if (!COLUMN_NUMBERS.matcher(texts.getFirst()).matches()) {
        body.add(row);
      }
    } else if (distinct.size() == 1) {
      end();
      String only = distinct.iterator().next();
      if (!NO_TITLE.matcher(only).matches()) {
        title = only;
      }
    } else {
      if (!body.isEmpty() || heading.size() == MOST_HEADING_ROWS) {
        end();
      }
      heading.add(row);
    }
  }

  private List<String> texts(int row) {
    return grid.rows().get(row).stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  /** A label, and behind it mostly numbers or dashes. */
  private boolean isBody(List<String> texts) {
    if (heading.isEmpty()
        || texts.stream().limit(2).anyMatch(t -> Word.of(t).contains(Word.UNIT_NAME))) {
      return false;
    }
    long numbers = texts.stream().filter(text -> PrintedNumber.of(text).isPresent()).count();
    long dashes = texts.stream().filter(PrintedNumber::isNothing).count();
    long words = texts.size() - numbers - dashes;
    boolean mostlyNumbers = numbers + dashes > 0 && words >= 1 && numbers + dashes + 2 >= words;
    return mostlyNumbers
        || (!body.isEmpty() && texts.size() == 1 && units.resolve(texts.getFirst()).isPresent());
  }

  private void end() {
    if (!body.isEmpty()) {
      tables.add(table());
      title = grid.name();
    }
    heading.clear();
    body.clear();
  }

  private ReadTable table() {
    List<String> headings = IntStream.range(0, grid.width()).mapToObj(this::heading).toList();
    List<Column> columns = Columns.of(headings, column -> cells(column).toList());
    int label = labelColumn(columns);
    List<Row> rows = body.stream().map(row -> row(row, label)).toList();
    ReadTable read = new ReadTable(number, title, grid, columns, rows);
    return CityRow.marked(read);
  }

  /** The texts above a column, each once; a group's heading reaches to the right. */
  private String heading(int column) {
    Collection<String> parts = new LinkedHashSet<>();
    for (int i = 0; i < heading.size(); i++) {
      int row = heading.get(i);
      int from = column;
      boolean group = i < heading.size() - 1;
      while (group && from > 0 && grid.cell(row, from).isBlank() && hasBelow(column, i)) {
        from--;
      }
      String text = grid.cell(row, from).strip();
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return String.join("/", parts);
  }

  private boolean hasBelow(int column, int above) {
    return heading.subList(above + 1, heading.size()).stream()
        .anyMatch(row -> !grid.cell(row, column).isBlank());
  }

  private Stream<String> cells(int column) {
    return body.stream().map(row -> grid.cell(row, column).strip());
  }

  private int labelColumn(List<Column> columns) {
    Predicate<Column> named = column -> column.says(Word.UNIT_NAME);
    Predicate<Column> worded =
        column ->
            column.kind() == Column.Kind.OTHER
                && cells(column.index()).filter(text -> isWords(text)).count() * 2 > body.size();
    return columns.stream()
        .filter(named.and(worded))
        .findFirst()
        .or(() -> columns.stream().filter(worded).findFirst())
        .map(Column::index)
        .orElse(0);
  }

  private static boolean isWords(String text) {
    return PrintedNumber.of(text).isEmpty() && !PrintedNumber.isNothing(text);
  }

  private Row row(int row, int labelColumn) {
    String own = grid.cell(row, labelColumn).strip();
    String label = own.isEmpty() ? texts(row).getFirst() : own;
    return new Row(row, label, kind(label));
  }

  private Row.Kind kind(String label) {
    String plain = PrintedNumber.plain(label);
    if (THEREOF.matcher(plain).matches()) {
      return Row.Kind.THEREOF;
    }
    if (SUBTOTAL.matcher(plain).matches()) {
      return Row.Kind.SUBTOTAL;
    }
    boolean city = units.resolve(label).filter(units.city()::equals).isPresent();
    return city || TOTAL.matcher(plain).matches() ? Row.Kind.TOTAL : Row.Kind.UNIT;
  }
}
