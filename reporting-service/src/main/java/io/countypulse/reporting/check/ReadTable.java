package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A table whose rows and columns are understood.
 *
 * @param number of the printed table in its document, from 0
 */
record ReadTable(
    int number, String name, PrintedTable printed, List<Column> columns, List<Row> rows) {
  ReadTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  String text(Row row, Column column) {
    return printed.cell(row.index(), column.index()).strip();
  }

  Optional<PrintedNumber> number(Row row, Column column) {
    return PrintedNumber.of(text(row, column));
  }

  Optional<BigDecimal> value(Row row, Column column) {
    return number(row, column).map(PrintedNumber::value);
  }

  /** The value, where a dash or an empty cell adds nothing. */
  BigDecimal amount(Row row, Column column) {
    return value(row, column).orElse(BigDecimal.ZERO);
  }

  boolean isNothing(Row row, Column column) {
    return PrintedNumber.isNothing(text(row, column));
  }

  /** Rows of units: what a total is the sum of. */
  List<Row> units() {
    return rows.stream().filter(row -> row.kind() == Row.Kind.UNIT).toList();
  }

  Optional<Row> total() {
    return rows.stream().filter(row -> row.kind() == Row.Kind.TOTAL).findFirst();
  }

  List<Column> of(Column.Kind kind) {
    return columns.stream().filter(column -> column.kind() == kind).toList();
  }

  /** Amounts and rates: whatever a change can be the change of. */
  List<Column> levels() {
    return columns.stream()
        .filter(each -> each.kind() == Column.Kind.AMOUNT || each.kind() == Column.Kind.PERCENT)
        .toList();
  }

  Finding finding(
      FindingClass kind,
      Row row,
      Column column,
      String computed,
      String message,
      String messageEn) {
    return new Finding(
        kind,
        name,
        row.label(),
        column.heading(),
        text(row, column),
        computed,
        message,
        messageEn,
        new CellPlace(number, row.index(), column.index()));
  }

  /** A finding about a whole column. */
  Finding finding(Column column, String message, String messageEn) {
    return new Finding(
        FindingClass.NOTICE,
        name,
        "",
        column.heading(),
        column.heading(),
        "",
        message,
        messageEn,
        new CellPlace(number, -1, column.index()));
  }
}
