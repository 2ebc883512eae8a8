package io.countypulse.reporting.bulletin;

import io.countypulse.reporting.bulletin.Page.Grid;
import io.countypulse.reporting.bulletin.Page.Line;
import io.countypulse.reporting.bulletin.Page.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The bulletin as one page of XHTML, for the screen or for the printer. On the screen each number
 * links to its figure and the records behind it.
 */
final class HtmlPage {

  /** What the page is for. */
  enum Use {
    SCREEN,
    PRINT
  }

  private final Page page;
  private final Use use;
  private final Markup out = new Markup();

  private HtmlPage(Page page, Use use) {
    this.page = page;
    this.use = use;
  }

  static String write(Page page, Use use) {
    return new HtmlPage(page, use).document();
  }

  private String document() {
    out.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head>")
        .raw("<meta charset=\"UTF-8\"/>")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>")
        .text(page.title())
        .raw("</title><style>")
        .raw(style("page.css"))
        .raw(style(use == Use.SCREEN ? "screen.css" : "print.css"))
        .raw("</style></head><body>");
    element("p", "mark", page.mark());
    element("p", "number", page.documentNumber());
    element("h1", "title", page.title());
    element("p", "addressees", page.addressees());
    if (!page.opening().isEmpty()) {
      paragraph(page.opening());
    }
    page.parts().forEach(this::part);
    attachments();
    element("p", "signer", page.signer());
    LocalDate day = page.signedOn();
    element("p", "signed-on", day == null ? "年　　月　　日" : WordFile.spoken(day));
    for (int i = 0; i < page.tables().size(); i++) {
      table(i + 1, page.tables().get(i));
    }
    return out.raw("</body></html>").toString();
  }

  private static String style(String name) {
    try (InputStream css = HtmlPage.class.getResourceAsStream("/bulletin/html/" + name)) {
      return new String(Objects.requireNonNull(css, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void part(Part part) {
    element("h2", "heading", part.heading());
    part.paragraphs().forEach(this::paragraph);
  }

  private void attachments() {
    for (int i = 0; i < page.tables().size(); i++) {
      String lead = i == 0 ? "附件：" : "　　　";
      String style = i == 0 ? "attachment first" : "attachment";
      element("p", style, lead + (i + 1) + "." + page.tables().get(i).title());
    }
  }

  private void paragraph(List<Inline> pieces) {
    out.raw("<p class=\"body\">");
    pieces.forEach(this::piece);
    out.raw("</p>");
  }

  private void piece(Inline piece) {
    Inline.Source source = piece.source();
    if (source == null || use == Use.PRINT) {
      out.text(piece.text());
      return;
    }
    out.raw("<a href=\"/records?indicator=")
        .text(source.indicator())
        .raw("&amp;county=")
        .text(source.county())
        .raw("&amp;asOf=")
        .text(page.asOf().toString())
        .raw("\" target=\"_top\">")
        .text(piece.text())
        .raw("</a>");
  }

  private void table(int number, Grid grid) {
    out.raw("<section class=\"attached\" id=\"table-" + number + "\">");
    element("p", "attachment-mark", "附件" + number);
    element("h3", "table-title", grid.title());
    out.raw("<div class=\"scroll\"><table><thead><tr>");
    grid.headings().forEach(heading -> element("th", "", heading));
    out.raw("</tr></thead><tbody>");
    grid.rows().forEach(line -> row(line, grid));
    out.raw("</tbody></table></div>");
    element("p", "note", grid.note());
    out.raw("</section>");
  }

  private void row(Line line, Grid grid) {
    out.raw(line.total() ? "<tr class=\"total\">" : "<tr>");
    for (int i = 0; i < line.cells().size(); i++) {
      out.raw(grid.numeric().get(i) ? "<td class=\"numeric\">" : "<td>");
      piece(line.cells().get(i));
      out.raw("</td>");
    }
    out.raw("</tr>");
  }

  private void element(String name, String style, String text) {
    out.raw("<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">")
        .text(text)
        .raw("</" + name + ">");
  }
}
