package io.countypulse.reporting.check;

import io.countypulse.platform.intake.sheet.FileFormat;
import io.countypulse.platform.intake.sheet.FormatDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A finished file as it came: Word, a workbook or CSV, told by its content. */
final class PrintedFile {

  private static final String WORD = "word/document.xml";

  private PrintedFile() {}

  /** What was made of a file. */
  sealed interface Reading {}

  /** Its tables and sentences. */
  record Read(PrintedDocument document) implements Reading {}

  /** It cannot be read, and why. */
  record Refused(String code, String message, String messageEn) implements Reading {}

  /**
   * Reads a whole file.
   *
   * @param name without its ending the name of a table that has no other
   */
  static Reading read(String name, byte[] bytes) {
    FormatDetector detector = new FormatDetector();
    detector.update(bytes, 0, bytes.length);
    FileFormat format = detector.format();
    String title = name.replaceFirst("\\.[^.]*$", "");
    Optional<Charset> charset = format.charset();
    try {
      if (charset.isPresent()) {
        return new Read(CsvTables.read(title, new String(bytes, charset.get())));
      }
      return switch (format) {
        case WORKBOOK -> new Read(isWord(bytes) ? WordTables.read(bytes) : SheetTables.read(bytes));
        case OLD_EXCEL -> new Read(SheetTables.read(bytes));
        case EMPTY, PDF, MARKUP, UTF_16, UNKNOWN, TEXT_UTF_8, TEXT_GB18030 -> refused(format);
      };
    } catch (IOException | RuntimeException damaged) { // POI throws either for a broken file
      return new Refused(
          "FILE_DAMAGED",
          "文件已损坏、带有密码或结构异常，无法读取；请另存为 .docx、.xlsx 或 CSV 后重试",
          "The file is damaged, has a password or is oddly built: save it again as .docx, .xlsx or"
              + " CSV");
    }
  }

  private static Refused refused(FileFormat format) {
    return format
        .refusal()
        .map(no -> new Refused(no.code(), no.message(), no.messageEn()))
        .orElseThrow();
  }

  private static boolean isWord(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(WORD)) {
          return true;
        }
      }
      return false;
    }
  }
}
