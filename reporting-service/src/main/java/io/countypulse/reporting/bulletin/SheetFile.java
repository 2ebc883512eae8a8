package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.bulletin.Page.Grid;
import io.countypulse.reporting.bulletin.Page.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The bulletin's tables as a workbook: a sheet a table, numbers as numbers. */
final class SheetFile {

  private static final String CORE = "docProps/core.xml";

  private SheetFile() {}

  static byte[] write(Page page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (Workbook workbook = new Workbook(bytes, "CountyPulse", "1.0")) {
      int number = 1;
      for (Grid grid : page.tables()) {
        fill(workbook.newWorksheet(number + " " + grid.title()), grid);
        number++;
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return settled(bytes.toByteArray(), page);
  }

  private static void fill(Worksheet sheet, Grid grid) {
    sheet.value(0, 0, grid.title());
    sheet.range(0, 0, 0, grid.headings().size() - 1).merge();
    sheet.range(0, 0, 0, 0).style().bold().fontSize(14).horizontalAlignment("center").set();
    for (int column = 0; column < grid.headings().size(); column++) {
      sheet.value(1, column, grid.headings().get(column));
      sheet.width(column, column == 0 ? 22 : 16);
      sheet
          .style(1, column)
          .bold()
          .wrapText(true)
          .horizontalAlignment("center")
          .borderStyle("thin")
          .set();
    }
    int row = 2;
    for (Line line : grid.rows()) {
      line(sheet, row, line, grid.numeric());
      row++;
    }
    sheet.value(row, 0, grid.note());
    sheet.freezePane(1, 2);
  }

  private static void line(Worksheet sheet, int row, Line line, List<Boolean> numeric) {
    for (int column = 0; column < line.cells().size(); column++) {
      String text = line.cells().get(column).text();
      var style = sheet.style(row, column).borderStyle("thin");
      if (numeric.get(column) && text.matches("[+−-]?\\d+(\\.\\d+)?")) {
        BigDecimal value = new BigDecimal(text.replace('−', '-').replace("+", ""));
        sheet.value(row, column, value);
        style.format(value.scale() == 0 ? "0" : "0." + "0".repeat(value.scale()));
      } else {
        sheet.value(row, column, text);
        style.horizontalAlignment(numeric.get(column) ? "right" : "left");
      }
      (line.total() ? style.bold() : style).set();
    }
  }

  /** No clock in the bytes: the day the figures speak for stands for the time of writing. */
  private static byte[] settled(byte[] workbook, Page page) {
    Map<String, byte[]> entries = new LinkedHashMap<>(Archive.entries(workbook));
    entries.computeIfPresent(
        CORE,
        (_, bytes) ->
            new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z?", page.asOf() + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8));
    return Archive.of(entries);
  }
}
