package io.countypulse.city.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of one sheet (ECMA-376, inline strings), streamed. Written here because libraries
 * stamp the hour into the file, and the same seed must give the same bytes.
 */
final class SheetRows implements Rows {

  private static final int MOST_ROWS = 1_048_576;
  private static final LocalDateTime NO_HOUR = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final ZipOutputStream zip;
  private final Writer out;
  private int rows;
  private boolean rowOpen;

  SheetRows(Path file) throws IOException {
    zip = new ZipOutputStream(Files.newOutputStream(file));
    out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    for (Map.Entry<String, String> part : parts().entrySet()) {
      begin(part.getKey());
      out.append(HEAD).append(part.getValue()).flush();
    }
    begin("xl/worksheets/sheet1.xml");
    out.append(HEAD).append("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
  }

  @Override
  public Rows cell(String text) throws IOException {
    openRow();
    if (text.isEmpty()) {
      out.append("<c/>");
    } else {
      out.append("<c t=\"inlineStr\"><is><t>").append(escaped(text)).append("</t></is></c>");
    }
    return this;
  }

  @Override
  public Rows number(String text) throws IOException {
    openRow();
    out.append(text.isEmpty() ? "<c/>" : "<c><v>" + text + "</v></c>");
    return this;
  }

  @Override
  public void end() throws IOException {
    out.append("</row>");
    rowOpen = false;
  }

  @Override
  public long written() {
    return rows - 1L;
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      out.append("</sheetData></worksheet>").flush();
      zip.closeEntry();
    }
  }

  private void openRow() throws IOException {
    if (rowOpen) {
      return;
    }
    if (++rows > MOST_ROWS) {
      throw new IOException("a sheet holds " + MOST_ROWS + " rows; write csv instead");
    }
    rowOpen = true;
    out.append("<row r=\"").append(Integer.toString(rows)).append("\">");
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_HOUR);
    zip.putNextEntry(entry);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        """
        <Types xmlns="%scontent-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/></Types>"""
            .formatted(PACKAGE, SHEET_TYPE, SHEET_TYPE));
    parts.put("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        """
        <workbook xmlns="%s" xmlns:r="%s"><sheets>\
        <sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"""
            .formatted(MAIN, OFFICE));
    parts.put("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
    return parts;
  }

  private static String relationship(String kind, String target) {
    return """
        <Relationships xmlns="%srelationships">\
        <Relationship Id="rId1" Type="%s/%s" Target="%s"/></Relationships>"""
        .formatted(PACKAGE, OFFICE, kind, target);
  }
}
