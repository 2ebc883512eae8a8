package io.countypulse.reporting.check;

/** A cell of a document: number of table, row and column, each from 0; −1 for a whole column. */
record CellPlace(int table, int row, int column) implements Comparable<CellPlace> {
  @Override
  public int compareTo(CellPlace other) {
    int byTable = Integer.compare(table, other.table);
    int byRow = byTable != 0 ? byTable : Integer.compare(row, other.row);
    return byRow != 0 ? byRow : Integer.compare(column, other.column);
  }
}
