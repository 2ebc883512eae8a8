package io.countypulse.reporting.check;

/**
 * A cell that does not hold, or that is worth a word.
 *
 * @param table name of the table
 * @param row label of the row; empty where a whole column is meant
 * @param column heading of the column
 * @param computed what should stand there; empty where nothing can
 * @param cell where it stands
 */
record Finding(
    FindingClass findingClass,
    String table,
    String row,
    String column,
    String printed,
    String computed,
    String message,
    String messageEn,
    CellPlace cell) {}
