package io.countypulse.city.sample;

import io.countypulse.city.files.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Passes rows on as edited. */
final class EditedRows implements Rows {

  /** What becomes of a row, counted from 0; without cells it is left out. */
  @FunctionalInterface
  interface Edit {
    List<String> edited(int row, List<String> cells);
  }

  private final Rows rows;
  private final Edit edit;
  private final List<String> cells = new ArrayList<>();
  private int row;

  EditedRows(Rows rows, Edit edit) {
    this.rows = rows;
    this.edit = edit;
  }

  @Override
  public Rows cell(String text) {
    cells.add(text);
    return this;
  }

  @Override
  public Rows number(String text) {
    return cell(text);
  }

  @Override
  public void end() throws IOException {
    List<String> edited = edit.edited(row++, cells);
    if (!edited.isEmpty()) {
      rows.row(edited);
    }
    cells.clear();
  }

  @Override
  public long written() {
    return rows.written();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
