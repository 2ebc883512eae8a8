package io.countypulse.reporting.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A Word document: its tables, each named by the line above it, and its sentences. */
final class WordTables {

  private WordTables() {}

  static PrintedDocument read(byte[] bytes) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      List<PrintedTable> tables = new ArrayList<>();
      List<String> sentences = new ArrayList<>();
      String above = "";
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          String text = paragraph.getText().strip();
          if (!text.isEmpty()) {
            sentences.add(text);
            above = text.matches("[(（]?(计量)?单位[:：].*") ? above : text;
          }
        } else if (element instanceof XWPFTable table) {
          String name = above.isEmpty() ? "表" + (tables.size() + 1) : above;
          tables.add(new PrintedTable(name, grid(table)));
        }
      }
      return new PrintedDocument(tables, sentences);
    }
  }

  private static List<List<String>> grid(XWPFTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (XWPFTableRow row : table.getRows()) {
      List<String> above = rows.isEmpty() ? List.of() : rows.getLast();
      List<String> cells = new ArrayList<>();
      for (XWPFTableCell cell : row.getTableCells()) {
        int place = cells.size();
        String own = cell.getText().strip();
        String text = continues(cell) && place < above.size() ? above.get(place) : own;
        for (int i = 0; i < span(cell); i++) {
          cells.add(text);
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Whether the cell belongs to the one above it. */
  private static boolean continues(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    return properties != null
        && properties.isSetVMerge()
        && !STMerge.RESTART.equals(properties.getVMerge().getVal());
  }

  private static int span(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    return properties != null && properties.isSetGridSpan()
        ? Math.clamp(
            properties.getGridSpan().getVal().min(BigInteger.valueOf(100)).intValue(), 1, 100)
        : 1;
  }
}
