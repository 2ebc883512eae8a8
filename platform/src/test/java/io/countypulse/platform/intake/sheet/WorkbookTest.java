package io.countypulse.platform.intake.sheet;

import static io.countypulse.platform.intake.sheet.Sheets.read;
import static io.countypulse.platform.intake.sheet.Sheets.refusal;
import static io.countypulse.platform.intake.sheet.Sheets.utf8;
import static io.countypulse.platform.intake.sheet.Sheets.workbook;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** FAULTS A4, A13, A14, A15, A20 as far as workbooks go. */
class WorkbookTest {

  private static final List<String> HEADERS = List.of("县（市）区", "人编号", "姓名", "开始日期", "月工资");
  private static final String SHEET_START =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  private static final String SHEET_END = "</sheetData></worksheet>";

  @Test
  void textsNumbersAndDatesComeAsAClerkSeesThem() {
    byte[] content =
        workbook(
            sheet -> {
              header(sheet, 0);
              sheet.value(1, 0, "盘龙区");
              sheet.value(1, 1, 530103000001L);
              sheet.inlineString(1, 2, "李四");
              sheet.value(1, 3, LocalDate.of(2024, 6, 1));
              sheet.style(1, 3).format("yyyy\"年\"m\"月\"d\"日\"").set();
              sheet.value(1, 4, 0.1 + 0.2);
            });

    assertThat(read(content)).containsExactly("2 盘龙区|530103000001|李四|2024-06-01|0.3");
  }

  @Test
  void titleRowsAboveAndGapsBetweenRowsKeepTheRowNumbers() {
    byte[] content =
        workbook(
            sheet -> {
              sheet.value(0, 0, "务工台账");
              header(sheet, 2);
              sheet.value(5, 0, "盘龙区");
              sheet.value(5, 1, "P1");
              sheet.value(7, 0, "合计");
              sheet.value(7, 4, 1);
            });

    assertThat(read(content)).containsExactly("6 盘龙区|P1|||", "8 TOTAL");
  }

  @Test
  void aFormulaIsItsStoredResultAndNeverComputed() throws IOException {
    String rows =
        row(1, "县（市）区", "人编号", "姓名", "开始日期")
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://x\",\"y\")</f><v>盘龙区</v></c>"
            + "<c r=\"B2\"><f>1+1</f><v>2</v></c>"
            + "<c r=\"C2\" t=\"inlineStr\"><is><t>=HYPERLINK(\"http://x\")</t></is></c>"
            + "<c r=\"D2\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c></row>";

    assertThat(read(zip(parts(rows)))).containsExactly("2 盘龙区|2|=HYPERLINK(\"http://x\")|#DIV/0!|");
  }

  @Test
  void theSheetWithTheHeadersIsReadAndTwoOfThemAreRefused() throws IOException {
    assertThat(read(sheets("说明", "数据"))).containsExactly("2 盘龙区|P1|李四|2024-06-01|");
    assertThat(refusal(sheets("数据一", "数据二"))).isEqualTo("SEVERAL_SHEETS");
  }

  @Test
  void aWorkbookCutOffAnywhereIsRefused() {
    byte[] whole = workbook(List.of(HEADERS, List.of("盘龙区", "P1", "李四", "2024-06-01", "1")));

    for (int length : new int[] {100, whole.length / 2, whole.length - 100, whole.length - 1}) {
      assertThat(refusal(Arrays.copyOf(whole, length))).isEqualTo("FILE_TRUNCATED");
    }
  }

  @Test
  void aWorkbookWithASpoiltPartIsRefused() throws IOException {
    Map<String, byte[]> parts = parts(row(1, "县（市）区", "人编号", "姓名", "开始日期"));
    parts.put("xl/worksheets/sheet1.xml", utf8(SHEET_START + "<row><c>"));
    assertThat(refusal(zip(parts))).isEqualTo("FILE_DAMAGED");
  }

  @Test
  void macrosArchivesAndOtherDocumentsAreRefused() throws IOException {
    Map<String, byte[]> macros = parts(row(1, "县（市）区"));
    macros.put("xl/vbaProject.bin", new byte[100]);
    assertThat(refusal(zip(macros))).isEqualTo("FILE_WITH_MACROS");

    byte[] inner = workbook(List.of(HEADERS));
    assertThat(refusal(zip(Map.of("台账.xlsx", inner)))).isEqualTo("FILE_NO_WORKBOOK");
    assertThat(refusal(zip(Map.of("word/document.xml", utf8("<w/>")))))
        .isEqualTo("FILE_NO_WORKBOOK");
  }

  @Test
  void aZipBombIsRefusedBeforeMemoryGrows() throws IOException {
    Map<String, byte[]> strings = parts(row(1, "县（市）区", "人编号", "姓名", "开始日期"));
    strings.put(
        "xl/sharedStrings.xml", bomb("<sst>", "<si><t>aaaaaaaaaaaaaaaa</t></si>", 10_000_000));
    Map<String, byte[]> cells = parts("");
    cells.put("xl/worksheets/sheet1.xml", bomb(SHEET_START + "<row>", "<c/>", 30_000_000));

    long before = used();
    assertThat(refusal(zip(strings))).isEqualTo("FILE_EXPANDS_TOO_FAR");
    assertThat(refusal(zip(cells))).isEqualTo("FILE_EXPANDS_TOO_FAR");
    assertThat(used() - before).isLessThan(64L << 20);
  }

  @Test
  void aBillionLaughsAreRefused() throws IOException {
    Map<String, byte[]> parts = parts("");
    parts.put(
        "xl/worksheets/sheet1.xml",
        utf8(
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + SHEET_START
                + "<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>"
                + SHEET_END));

    assertThat(refusal(zip(parts))).isEqualTo("FILE_UNSAFE");
  }

  @Test
  void aMillionEmptyColumnsAreNotKept() throws IOException {
    var cells = new StringBuilder(row(1, "县（市）区", "人编号", "姓名", "开始日期")).append("<row r=\"2\">");
    cells.append("<c r=\"A2\" t=\"str\"><v>盘龙区</v></c>");
    for (int cell = 0; cell < 100_000; cell++) {
      cells.append("<c r=\"ZZZ2\" t=\"str\"><v>x").append(cell).append("</v></c>");
    }

    assertThat(read(zip(parts(cells + "</row>")))).containsExactly("2 盘龙区||||");
  }

  @Test
  void datesFrom1904AreRefusedRatherThanFourYearsWrong() throws IOException {
    Map<String, byte[]> parts = parts(row(1, "县（市）区", "人编号", "姓名", "开始日期"));
    parts.put(
        "xl/workbook.xml",
        utf8(
            new String(parts.get("xl/workbook.xml"), UTF_8)
                .replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>")));

    assertThat(refusal(zip(parts))).isEqualTo("FILE_DATES_FROM_1904");
  }

  private static void header(Worksheet sheet, int row) {
    for (int column = 0; column < HEADERS.size(); column++) {
      sheet.value(row, column, HEADERS.get(column));
    }
  }

  private static byte[] sheets(String first, String second) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      for (String name : List.of(first, second)) {
        Worksheet sheet = workbook.newWorksheet(name);
        if (name.startsWith("数据")) {
          header(sheet, 0);
          List<String> cells = List.of("盘龙区", "P1", "李四", "2024-06-01");
          for (int column = 0; column < cells.size(); column++) {
            sheet.value(1, column, cells.get(column));
          }
        } else {
          sheet.value(0, 0, "请按“数据”表填写");
        }
      }
    }
    return bytes.toByteArray();
  }

  private static String row(int number, String... cells) {
    var row = new StringBuilder("<row r=\"" + number + "\">");
    for (String cell : cells) {
      row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static Map<String, byte[]> parts(String rows) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "xl/workbook.xml",
        utf8(
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        utf8(
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
    parts.put("xl/worksheets/sheet1.xml", utf8(SHEET_START + rows + SHEET_END));
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bomb(String start, String repeated, int times) {
    return utf8(start + repeated.repeat(Math.min(times, 40_000_000 / repeated.length())));
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
