package io.countypulse.reporting.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A workbook: one grid a sheet, numbers as the sheet shows them. */
final class SheetTables {

  private static final int MOST_ROWS = 5_000;
  private static final int MOST_COLUMNS = 200;

  private SheetTables() {}

  static PrintedDocument read(byte[] bytes) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
      DataFormatter formatter = new DataFormatter(Locale.CHINA);
      formatter.setUseCachedValuesForFormulaCells(true);
      return new PrintedDocument(
          IntStream.range(0, workbook.getNumberOfSheets())
              .filter(i -> !workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i))
              .mapToObj(i -> grid(workbook.getSheetAt(i), formatter))
              .toList(),
          List.of());
    }
  }

  private static PrintedTable grid(Sheet sheet, DataFormatter formatter) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i <= Math.min(sheet.getLastRowNum(), MOST_ROWS); i++) {
      rows.add(row(sheet.getRow(i), formatter));
    }
    sheet.getMergedRegions().forEach(region -> spread(region, rows));
    return new PrintedTable(sheet.getSheetName(), rows);
  }

  private static List<String> row(@Nullable Row row, DataFormatter formatter) {
    List<String> cells = new ArrayList<>();
    int width = row == null ? 0 : Math.min(Math.max(0, row.getLastCellNum()), MOST_COLUMNS);
    for (int i = 0; i < width; i++) {
      Cell cell = row == null ? null : row.getCell(i);
      cells.add(cell == null ? "" : formatter.formatCellValue(cell).strip());
    }
    return cells;
  }

  /** A merged cell's text stands in each cell it covers. */
  private static void spread(CellRangeAddress region, List<List<String>> rows) {
    if (region.getFirstRow() >= rows.size()) {
      return;
    }
    List<String> first = rows.get(region.getFirstRow());
    String text = region.getFirstColumn() < first.size() ? first.get(region.getFirstColumn()) : "";
    for (int r = region.getFirstRow(); r <= Math.min(region.getLastRow(), rows.size() - 1); r++) {
      List<String> row = rows.get(r);
      int last = Math.min(region.getLastColumn(), MOST_COLUMNS - 1);
      while (row.size() <= last) {
        row.add("");
      }
      for (int c = region.getFirstColumn(); c <= last; c++) {
        row.set(c, text);
      }
    }
  }
}
