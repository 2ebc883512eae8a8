package io.countypulse.platform.intake.sheet;

import java.util.Arrays;
import java.util.Map;

/**
 * One row under the headers of a {@link Layout}. Valid until the next row is read; the texts may be
 * kept.
 *
 * <p>Texts come without surrounding spaces, ideographic and zero-width ones included, and without
 * the apostrophe that our own reject files put before {@code = + - @}; otherwise as they stand in
 * the file. A cell that is absent is blank.
 */
public final class SheetRow {

  private final String[] texts;
  private final CellKind[] kinds;
  private final boolean[] tenThousands;
  private int line;

  /** A row typed in by hand: texts only, those of absent columns blank. */
  public static SheetRow of(Layout layout, int line, Map<? extends Column, String> cells) {
    var row = new SheetRow(layout.columns().size());
    row.begin(line);
    cells.forEach(
        (column, text) -> row.set(column.ordinal(), Characters.trimmed(text), CellKind.TEXT));
    return row;
  }

  SheetRow(int columns) {
    texts = new String[columns];
    kinds = new CellKind[columns];
    tenThousands = new boolean[columns];
    begin(0);
  }

  /**
   * The physical line (CSV) or row number (spreadsheet) in the file, from 1: what the clerk's
   * program shows.
   */
  public int line() {
    return line;
  }

  public String text(Column column) {
    return texts[column.ordinal()];
  }

  public boolean isBlank(Column column) {
    return texts[column.ordinal()].isEmpty();
  }

  public CellKind kind(Column column) {
    return kinds[column.ordinal()];
  }

  /** Whether the file's header says that this column's money is in 万元. */
  public boolean inTenThousands(Column column) {
    return tenThousands[column.ordinal()];
  }

  int columns() {
    return texts.length;
  }

  void headedInTenThousands(int column) {
    tenThousands[column] = true;
  }

  void begin(int line) {
    this.line = line;
    Arrays.fill(texts, "");
    Arrays.fill(kinds, CellKind.TEXT);
  }

  void set(int column, String text, CellKind kind) {
    texts[column] = text;
    kinds[column] = kind;
  }
}
