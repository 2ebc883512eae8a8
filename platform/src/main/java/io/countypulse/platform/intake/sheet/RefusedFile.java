package io.countypulse.platform.intake.sheet;

import java.io.IOException;

/**
 * Thrown out of the depth of a stream when the file cannot be taken; the import turns it into its
 * answer.
 */
public final class RefusedFile extends IOException {

  private final transient Refusal refusal;

  public RefusedFile(Refusal refusal) {
    super(refusal.code() + ": " + refusal.messageEn());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  static RefusedFile truncated() {
    return new RefusedFile(
        new Refusal(
            "FILE_TRUNCATED",
            "文件不完整：结尾缺失，可能传输中断或未保存完毕。请重新导出后整份上传，本次未导入任何行",
            "The file is cut off at its end: export it again and upload it whole; nothing was imported"));
  }

  static RefusedFile damaged() {
    return new RefusedFile(
        new Refusal(
            "FILE_DAMAGED",
            "文件已损坏，无法读取。请用电子表格软件打开并另存为 .xlsx 后重新上传",
            "The file is damaged: open it in a spreadsheet program, save it as .xlsx and upload it again"));
  }

  static RefusedFile tooLarge() {
    return new RefusedFile(
        new Refusal(
            "FILE_EXPANDS_TOO_FAR",
            "文件解压后过大或结构异常。请删除多余的空行空列，或另存为 CSV（UTF-8）后重新上传",
            "Unpacked, the file is too large or oddly built: remove surplus rows and columns, or save it as CSV (UTF-8)"));
  }

  static RefusedFile unsafeXml() {
    return new RefusedFile(
        new Refusal(
            "FILE_UNSAFE",
            "文件含有不允许的 XML 声明，已拒绝。请用电子表格软件另存为 .xlsx 后重新上传",
            "The file holds XML declarations that are not allowed: save it as .xlsx again"));
  }
}
