package io.countypulse.platform.intake.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its content; names and media types are never asked. */
public enum FileFormat {
  WORKBOOK,
  TEXT_UTF_8,
  TEXT_GB18030,
  EMPTY("文件是空的，请检查后重新上传", "The file is empty: check it and upload it again"),
  OLD_EXCEL(
      "这是旧版 .xls 或加密的工作簿。请去除密码并另存为 .xlsx 后重新上传",
      "An old .xls or a workbook with a password: remove the password and save it as .xlsx"),
  PDF(
      "这是 PDF 文件，无法按行读取。请上传 .xlsx 或 CSV 表格",
      "A PDF cannot be read row by row: upload the .xlsx or CSV table"),
  MARKUP(
      "内容是网页或 XML，并非表格（有些系统导出的 .xls/.csv 实为网页）。请用电子表格软件打开并另存为 .xlsx",
      "The content is HTML or XML, not a table: open it in a spreadsheet program and save it as .xlsx"),
  UTF_16(
      "文件编码为 UTF-16（“Unicode 文本”）。请另存为 .xlsx 或 CSV UTF-8 后重新上传",
      "The file is UTF-16: save it as .xlsx or as CSV UTF-8"),
  UNKNOWN(
      "无法识别的文件内容。请上传 .xlsx，或 UTF-8 / GB18030 编码的 CSV",
      "Unknown content: upload .xlsx, or CSV in UTF-8 or GB18030");

  private final String message;
  private final String messageEn;

  FileFormat() {
    this("", "");
  }

  FileFormat(String message, String messageEn) {
    this.message = message;
    this.messageEn = messageEn;
  }

  /** Present for text. */
  public Optional<Charset> charset() {
    return switch (this) {
      case TEXT_UTF_8 -> Optional.of(StandardCharsets.UTF_8);
      case TEXT_GB18030 -> Optional.of(Charset.forName("GB18030"));
      case WORKBOOK, EMPTY, OLD_EXCEL, PDF, MARKUP, UTF_16, UNKNOWN -> Optional.empty();
    };
  }

  /** Present when such a file is not taken. */
  public Optional<Refusal> refusal() {
    return message.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal("FILE_" + name(), message, messageEn));
  }
}
