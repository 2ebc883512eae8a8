package io.countypulse.reporting.check;

import java.util.List;

/**
 * A grid of texts as it stands in a document; a merged cell's text stands in each cell it covers.
 *
 * @param name title, caption or sheet name
 * @param rows of any length
 */
record PrintedTable(String name, List<List<String>> rows) {
  PrintedTable {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The text of a cell; empty beyond the row's end. */
  String cell(int row, int column) {
    List<String> cells = rows.get(row);
    return column < cells.size() ? cells.get(column) : "";
  }

  int width() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }
}
