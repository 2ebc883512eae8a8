package io.countypulse.reporting.bulletin;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns a bulletin into its files; the same text, material and issue give the same bytes. */
final class Files {

  private final JsonMapper json;

  Files(JsonMapper json) {
    this.json = json;
  }

  /** The bulletin as JSON: the page, and every figure it was written from. */
  record Document(Page page, Material material) {}

  byte[] write(
      Format format, BulletinText text, Material material, Bulletin.@Nullable Issue issue) {
    Page page = page(text, material, issue);
    return switch (format) {
      case DOCX -> WordFile.write(page);
      case PDF -> PdfFile.write(page);
      case HTML -> html(page);
      case XLSX -> SheetFile.write(page);
      case JSON -> json.writeValueAsBytes(new Document(page, material));
    };
  }

  Map<Format, byte[]> all(BulletinText text, Material material, Bulletin.Issue issue) {
    Map<Format, byte[]> files = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      files.put(format, write(format, text, material, issue));
    }
    return files;
  }

  private static Page page(BulletinText text, Material material, Bulletin.@Nullable Issue issue) {
    return Writer.write(
        text, material, issue == null ? null : issue.mark(), issue == null ? null : issue.on());
  }

  private static byte[] html(Page page) {
    return HtmlPage.write(page, HtmlPage.Use.SCREEN).getBytes(StandardCharsets.UTF_8);
  }
}
