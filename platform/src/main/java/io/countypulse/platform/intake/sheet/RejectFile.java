package io.countypulse.platform.intake.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The rows that were refused, as the file had them, under the file's own headers and one more, 原因:
 * corrected, it can be imported as it is. A workbook comes back as .xlsx, text as CSV in UTF-8 with
 * a byte order mark, as spreadsheet programs expect it.
 */
public final class RejectFile {

  /** Why a line was refused; several faults in one text. */
  public record Reason(int line, String text) {}

  private RejectFile() {}

  public static String mediaType(FileFormat format) {
    return format == FileFormat.WORKBOOK
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "text/csv; charset=UTF-8";
  }

  public static String extension(FileFormat format) {
    return format == FileFormat.WORKBOOK ? ".xlsx" : ".csv";
  }

  /**
   * Reads the file again and writes the refused lines as they pass by.
   *
   * @param reasons in the order of lines, one a line
   */
  public static void write(
      FileBytes bytes,
      FileFormat format,
      Layout layout,
      Iterator<Reason> reasons,
      OutputStream output)
      throws IOException {
    try (Table table = Table.open(bytes, format, layout);
        RowWriter writer = writer(format, output)) {
      List<Integer> places = places(table.header());
      writer.header(header(table.header(), places));
      var row = new RawRow();
      RowSource rows = table.rows();
      while (reasons.hasNext()) {
        Reason reason = reasons.next();
        do {
          if (!rows.next(row)) {
            return;
          }
        } while (row.line() < reason.line());
        writer.row(cells(row, places, table.header().width(), reason.text()));
      }
    }
  }

  private static RowWriter writer(FileFormat format, OutputStream output) throws IOException {
    return format == FileFormat.WORKBOOK ? new WorkbookWriter(output, "退回") : new CsvWriter(output);
  }

  /** All columns but the reasons of the last time. */
  private static List<Integer> places(Header header) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < header.width(); place++) {
      if (!header.names().get(place).equals(Header.REASON)) {
        places.add(place);
      }
    }
    return places;
  }

  private static List<String> header(Header header, List<Integer> places) {
    List<String> names = new ArrayList<>();
    places.forEach(place -> names.add(header.names().get(place)));
    names.add(Header.REASON);
    return names;
  }

  private static List<String> cells(RawRow row, List<Integer> places, int width, String reason) {
    List<String> cells = new ArrayList<>();
    places.forEach(place -> cells.add(escaped(row.text(place))));
    cells.add(reason);
    for (int place = width; place < row.count(); place++) {
      cells.add(escaped(row.text(place)));
    }
    return cells;
  }

  private static String escaped(String text) {
    return FormulaEscape.applied(FormulaEscape.undone(text));
  }
}
