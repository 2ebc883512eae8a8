package io.countypulse.reporting.check;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.countypulse.platform.units.Units;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** The tables of the bulletin of June 2024 as they were printed, in the formats offices use. */
final class PublishedTables {

  private static final Path KUNMING =
      Path.of("..", "demo-city", "src", "main", "resources", "kunming");

  /** A table under its title, its headings as a bulletin has them. */
  record Sheet(String title, List<List<String>> rows) {}

  private PublishedTables() {}

  static Units units() {
    return Units.read(KUNMING);
  }

  static List<Sheet> all() {
    return List.of(
        sheet("表1 务工就业", "employment.csv", "县（市）区", "目标任务（人）", "已务工人数（人）", "其中：省外务工（人）", "完成率（%）"),
        sheet(
            "表2 跨省务工交通补助",
            "transport_subsidy.csv",
            "县（市）区",
            "跨省务工人数（人）",
            "已补人数（人）",
            "发放金额（万元）",
            "补助率（%）"),
        sheet(
            "表3 小额信贷发放",
            "microcredit_issued.csv",
            "县（市）区",
            "年度目标（万元）",
            "累计发放（万元）",
            "完成率（%）",
            "5月10日完成率（%）",
            "较5月10日增长（%）"),
        sheet(
            "表4 小额信贷逾期",
            "microcredit_overdue.csv",
            "县（市）区",
            "逾期金额（万元）",
            "逾期户数（户）",
            "逾期率（%）",
            "较上月"),
        sheet(
            "表5 雨露计划",
            "yulu_subsidy.csv",
            "县（市）区",
            "应补学生（人）",
            "已补学生（人）",
            "发放金额（元）",
            "5月10日未补（人）",
            "6月10日未补（人）"),
        alias(
            sheet(
                "表6 电话核查",
                "policy_awareness_calls.csv",
                "县（市）区",
                "拨打电话（个）",
                "有效电话（个）",
                "问题号码（个）",
                "雨露计划知晓率（%）",
                "雨露计划+知晓率（%）",
                "交通补助知晓率（%）",
                "小额信贷知晓率（%）")));
  }

  private static Sheet sheet(String title, String file, String... headings) {
    List<List<String>> rows = rows(file);
    return new Sheet(
        title, Stream.concat(Stream.of(List.of(headings)), rows.stream().skip(1)).toList());
  }

  /** The bulletin turned this name round in one of its tables. */
  private static Sheet alias(Sheet sheet) {
    return new Sheet(
        sheet.title(),
        sheet.rows().stream()
            .map(row -> row.stream().map(t -> t.equals("磨憨-磨丁经济合作区") ? "磨丁-磨憨" : t).toList())
            .toList());
  }

  /** A file as it stands, English headings and all. */
  static List<List<String>> rows(String file) {
    try (Stream<CsvRecord> records =
        CsvReader.builder().ofCsvRecord(KUNMING.resolve(file)).stream()) {
      return records.map(CsvRecord::getFields).toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static byte[] csv(List<Sheet> sheets, Charset charset) {
    return sheets.stream()
        .map(
            sheet ->
                sheet.title()
                    + "\r\n"
                    + sheet.rows().stream()
                        .map(row -> String.join(",", row))
                        .collect(Collectors.joining("\r\n")))
        .collect(Collectors.joining("\r\n\r\n"))
        .getBytes(charset);
  }

  /** Numbers are numbers, shown with the decimals that were printed. */
  static byte[] workbook(List<Sheet> sheets) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (Sheet sheet : sheets) {
        XSSFSheet page = workbook.createSheet(sheet.title());
        page.createRow(0).createCell(0).setCellValue(sheet.title());
        page.addMergedRegion(new CellRangeAddress(0, 0, 0, sheet.rows().getFirst().size() - 1));
        for (int r = 0; r < sheet.rows().size(); r++) {
          fill(workbook, page.createRow(r + 1), sheet.rows().get(r));
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void fill(XSSFWorkbook workbook, XSSFRow row, List<String> texts) {
    for (int c = 0; c < texts.size(); c++) {
      String text = texts.get(c);
      if (text.matches("[0-9.]+")) {
        int decimals = text.contains(".") ? text.length() - text.indexOf('.') - 1 : 0;
        var style = workbook.createCellStyle();
        String format = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        row.createCell(c).setCellValue(Double.parseDouble(text));
        row.getCell(c).setCellStyle(style);
      } else if (!text.isEmpty()) {
        row.createCell(c).setCellValue(text);
      }
    }
  }

  static byte[] word(List<Sheet> sheets, String... sentences) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Stream.of(sentences).forEach(text -> document.createParagraph().createRun().setText(text));
      for (Sheet sheet : sheets) {
        document.createParagraph().createRun().setText(sheet.title());
        List<List<String>> rows = sheet.rows();
        XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
        for (int r = 0; r < rows.size(); r++) {
          for (int c = 0; c < rows.get(r).size(); c++) {
            table.getRow(r).getCell(c).setText(rows.get(r).get(c));
          }
        }
      }
      document.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
