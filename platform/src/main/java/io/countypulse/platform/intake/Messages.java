package io.countypulse.platform.intake;

import io.countypulse.platform.intake.sheet.Refusal;
import io.countypulse.platform.time.BusinessDate;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What an import says about its end: Chinese, then English. */
final class Messages {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessDate.ZONE);

  private Messages() {}

  static String completed(ImportJob job, RowCounts rows, List<String> unknownColumns) {
    String chinese =
        "%s：共 %,d 行，生效 %,d，未变 %,d，跳过 %,d，退回 %,d"
            .formatted(
                outcome(job, rows, "试运行完成，未写入", "内容此前均已导入，0 条变更", "导入完成"),
                rows.total(),
                rows.applied(),
                rows.unchanged(),
                rows.skipped(),
                rows.rejected());
    String english =
        "%s: %,d rows, %,d applied, %,d unchanged, %,d skipped, %,d rejected"
            .formatted(
                outcome(
                    job,
                    rows,
                    "dry run, nothing written",
                    "already imported, 0 changed",
                    "imported"),
                rows.total(),
                rows.applied(),
                rows.unchanged(),
                rows.skipped(),
                rows.rejected());
    if (!unknownColumns.isEmpty()) {
      chinese += "；未识别的列已忽略：" + String.join("、", unknownColumns);
      english += "; unknown columns ignored";
    }
    return both(chinese, english);
  }

  private static String outcome(
      ImportJob job, RowCounts rows, String dryRun, String nothingNew, String applied) {
    if (job.dryRun()) {
      return dryRun;
    }
    return rows.applied() == 0 && rows.unchanged() > 0 ? nothingNew : applied;
  }

  static String alreadyImported(Instant when) {
    String minute = MINUTE.format(when);
    return both("该文件已于 " + minute + " 导入，0 条变更", "already imported at " + minute + ", 0 changed");
  }

  static String refused(Refusal refusal) {
    return both(refusal.message(), refusal.messageEn());
  }

  static String failed() {
    return both("处理时发生内部错误，未写入任何数据；文件已保存，请联系管理员", "an internal error: nothing was written");
  }

  static String tooManyAttempts() {
    return both("多次处理中断，未写入任何数据；请联系管理员", "interrupted too often: nothing was written");
  }

  private static String both(String chinese, String english) {
    return chinese + " / " + english;
  }
}
