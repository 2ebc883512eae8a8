package io.countypulse.platform.intake.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An .xlsx of text cells: formatted as text, so that a spreadsheet program leaves numbers and dates
 * as they are typed.
 */
final class WorkbookWriter implements RowWriter {

  private static final String TEXT = "@";
  private static final int ROWS_BETWEEN_FLUSHES = 500;
  private static final int CELL_LIMIT = CellText.LONGEST;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  WorkbookWriter(OutputStream output, String sheetName) {
    workbook = new Workbook(output, "CountyPulse", "1.0");
    sheet = workbook.newWorksheet(sheetName);
  }

  /** A line above the header. */
  void note(String text) {
    sheet.inlineString(row, 0, text);
    sheet.style(row, 0).italic().set();
    row++;
  }

  @Override
  public void header(List<String> names) {
    for (int place = 0; place < names.size(); place++) {
      sheet.inlineString(row, place, names.get(place));
      sheet.style(row, place).bold().format(TEXT).set();
      sheet.width(place, Math.max(12, names.get(place).length() * 3));
    }
    sheet.freezePane(0, ++row);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int place = 0; place < cells.size(); place++) {
      String cell = cells.get(place);
      sheet.inlineString(
          row, place, cell.length() <= CELL_LIMIT ? cell : cell.substring(0, CELL_LIMIT));
      sheet.style(row, place).format(TEXT).set();
    }
    if (++row % ROWS_BETWEEN_FLUSHES == 0) {
      sheet.flush();
    }
  }

  /** Makes further rows ready for typing text into them. */
  void prepare(int rows, int columns) {
    sheet.range(row, 0, row + rows - 1, columns - 1).style().format(TEXT).set();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
