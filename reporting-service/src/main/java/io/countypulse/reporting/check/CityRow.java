package io.countypulse.reporting.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The total of a table that calls it by a name only its own city knows: the first or last row whose
 * amounts are the sums of the others.
 */
final class CityRow {

  private static final int FEWEST_UNITS = 3;

  private CityRow() {}

  /** The same table, its total marked where it has one. */
  static ReadTable marked(ReadTable table) {
    List<Row> units = table.units();
    if (table.total().isPresent() || units.size() < FEWEST_UNITS) {
      return table;
    }
    return Stream.of(units.getLast(), units.getFirst())
        .filter(row -> isSum(table, row))
        .findFirst()
        .map(row -> with(table, row))
        .orElse(table);
  }

  private static boolean isSum(ReadTable table, Row total) {
    List<Column> amounts =
        table.of(Column.Kind.AMOUNT).stream()
            .filter(column -> table.amount(total, column).signum() != 0)
            .toList();
    long sums = amounts.stream().filter(column -> isSum(table, total, column)).count();
    return sums > 0 && sums * 2 > amounts.size();
  }

  private static boolean isSum(ReadTable table, Row total, Column column) {
    BigDecimal others =
        table.units().stream()
            .filter(row -> !row.equals(total))
            .map(row -> table.amount(row, column))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return others.compareTo(table.amount(total, column)) == 0;
  }

  private static ReadTable with(ReadTable table, Row total) {
    List<Row> rows =
        table.rows().stream()
            .map(row -> row.equals(total) ? new Row(row.index(), row.label(), Row.Kind.TOTAL) : row)
            .toList();
    return new ReadTable(table.number(), table.name(), table.printed(), table.columns(), rows);
  }
}
