package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.bulletin.Page.Grid;
import io.countypulse.reporting.bulletin.Page.Line;
import io.countypulse.reporting.bulletin.Page.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The bulletin as a Word document laid out by GB/T 9704—2012: A4, 版心 156 × 225 mm, 22 lines of 28
 * characters, 正文三号仿宋, 标题二号小标宋, red heading and rule, page numbers outside. Written as
 * WordprocessingML (ISO/IEC 29500): the same bulletin gives the same bytes.
 */
final class WordFile {

  private static final int TEXT_WIDTH = 8844;
  private static final int FIRST_COLUMN_PARTS = 2;

  /** The parts that are the same in every bulletin, and the resources they are kept in. */
  private static final Map<String, String> PARTS =
      new TreeMap<>(
          Map.of(
              "[Content_Types].xml", "content-types.xml",
              "_rels/.rels", "package-relations.xml",
              "docProps/app.xml", "app.xml",
              "word/_rels/document.xml.rels", "document-relations.xml",
              "word/styles.xml", "styles.xml",
              "word/settings.xml", "settings.xml",
              "word/fontTable.xml", "fonts.xml",
              "word/footer1.xml", "footer-odd.xml",
              "word/footer2.xml", "footer-even.xml"));

  private final Page page;
  private final Markup body = new Markup();

  private WordFile(Page page) {
    this.page = page;
  }

  /** The bytes of the .docx. */
  static byte[] write(Page page) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    PARTS.forEach((name, resource) -> entries.put(name, part(resource)));
    entries.put("docProps/core.xml", utf8(core(page)));
    entries.put("word/document.xml", utf8(new WordFile(page).document()));
    return Archive.of(entries);
  }

  private static byte[] part(String resource) {
    try (InputStream part = WordFile.class.getResourceAsStream("/bulletin/word/" + resource)) {
      return Objects.requireNonNull(part, resource).readAllBytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The day the figures speak for stands for the day of writing: no clock in the bytes. */
  private static String core(Page page) {
    return new Markup()
        .raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        .raw(
            "<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>")
        .text(page.title())
        .raw("</dc:title><dc:creator>")
        .text(page.signer())
        .raw("</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">")
        .text(page.asOf() + "T00:00:00Z")
        .raw("</dcterms:created></cp:coreProperties>")
        .toString();
  }

  private String document() {
    body.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        .raw(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>");
    head();
    paragraph("Addressees", page.addressees());
    if (!page.opening().isEmpty()) {
      paragraph("Body", text(page.opening()));
    }
    page.parts().forEach(this::part);
    attachments();
    signature();
    for (int i = 0; i < page.tables().size(); i++) {
      attachment(i + 1, page.tables().get(i));
    }
    return body.raw(
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference"
                + " w:type=\"even\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar"
                + " w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\""
                + " w:header=\"851\" w:footer=\"1587\" w:gutter=\"0\"/><w:docGrid w:type=\"lines\""
                + " w:linePitch=\"579\"/></w:sectPr></w:body></w:document>")
        .toString();
  }

  private void head() {
    paragraph("Mark", page.mark());
    paragraph("DocumentNumber", page.documentNumber());
    paragraph("BulletinTitle", page.title());
  }

  private void part(Part part) {
    paragraph("Heading", part.heading());
    part.paragraphs().forEach(pieces -> paragraph("Body", text(pieces)));
  }

  /** 附件说明, one line below the text. */
  private void attachments() {
    for (int i = 0; i < page.tables().size(); i++) {
      String number = (i == 0 ? "附件：" : "　　　") + (i + 1) + ".";
      paragraph(i == 0 ? "FirstAttachment" : "Attachment", number + page.tables().get(i).title());
    }
  }

  private void signature() {
    paragraph("Signer", page.signer());
    LocalDate day = page.signedOn();
    paragraph("SignedOn", day == null ? "年　　月　　日" : spoken(day));
  }

  static String spoken(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private void attachment(int number, Grid grid) {
    paragraph("AttachmentMark", "附件" + number);
    paragraph("TableTitle", grid.title());
    table(grid);
    paragraph("Note", grid.note());
  }

  private void table(Grid grid) {
    int columns = grid.headings().size();
    int unit = TEXT_WIDTH / (columns + FIRST_COLUMN_PARTS - 1);
    body.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"BulletinTable\"/><w:tblW w:w=\"" + TEXT_WIDTH)
        .raw(
            "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout"
                + " w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (int i = 0; i < columns; i++) {
      body.raw("<w:gridCol w:w=\"" + width(i, unit) + "\"/>");
    }
    body.raw("</w:tblGrid>");
    row("<w:cantSplit/><w:tblHeader/>", grid.headings(), unit, "TableHeading", grid);
    for (Line line : grid.rows()) {
      List<String> texts = line.cells().stream().map(Inline::text).toList();
      row("<w:cantSplit/>", texts, unit, line.total() ? "TableTotal" : "TableCell", grid);
    }
    body.raw("</w:tbl>");
  }

  private static int width(int column, int unit) {
    return column == 0 ? unit * FIRST_COLUMN_PARTS : unit;
  }

  private void row(String properties, List<String> texts, int unit, String style, Grid grid) {
    body.raw("<w:tr><w:trPr>" + properties + "</w:trPr>");
    for (int i = 0; i < texts.size(); i++) {
      boolean right = grid.numeric().get(i) && !style.equals("TableHeading");
      body.raw("<w:tc><w:tcPr><w:tcW w:w=\"" + width(i, unit) + "\" w:type=\"dxa\"/>")
          .raw(
              "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\""
                  + style
                  + "\"/>")
          .raw(right ? "<w:jc w:val=\"right\"/>" : "")
          .raw("</w:pPr><w:r><w:t xml:space=\"preserve\">")
          .text(texts.get(i))
          .raw("</w:t></w:r></w:p></w:tc>");
    }
    body.raw("</w:tr>");
  }

  private void paragraph(String style, String text) {
    body.raw("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>")
        .raw("<w:r><w:t xml:space=\"preserve\">")
        .text(text)
        .raw("</w:t></w:r></w:p>");
  }

  private static String text(List<Inline> pieces) {
    return pieces.stream().map(Inline::text).collect(Collectors.joining());
  }
}
