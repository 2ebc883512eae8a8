package io.countypulse.platform.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An .xlsx written row by row as it is read, keeping none: a watermark, the headers, then rows. No
 * cell can be taken for a formula.
 */
public final class SheetExport implements Closeable {

  /** The media type of what is written. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final WorkbookWriter writer;

  /**
   * Begins the sheet.
   *
   * @param watermark who takes what along, when and why: the first line of the sheet
   */
  public SheetExport(
      OutputStream output, String sheetName, String watermark, List<String> headers) {
    writer = new WorkbookWriter(output, sheetName);
    writer.note(FormulaEscape.applied(watermark));
    writer.header(headers);
  }

  /** Writes a row; nothing for null. */
  public void row(List<@Nullable String> cells) throws IOException {
    writer.row(
        cells.stream().map(cell -> cell == null ? "" : FormulaEscape.applied(cell)).toList());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
