package io.countypulse.platform.intake;

import io.countypulse.platform.web.Problem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What can be wrong with a request before a file is even looked into. */
final class IntakeProblems {

  private IntakeProblems() {}

  static Problem unknownKind(Collection<String> kinds) {
    String known = String.join("、", new TreeSet<>(kinds));
    return unprocessable(
            "UNKNOWN_KIND",
            "未知的文件类别",
            "可用的类别：" + known,
            "Known kinds: " + String.join(", ", new TreeSet<>(kinds)))
        .at("kind");
  }

  static Problem asOfInTheFuture(LocalDate today) {
    return unprocessable(
            "AS_OF_IN_THE_FUTURE",
            "截止日期晚于业务日期",
            "asOf 不能晚于业务日期 " + today,
            "asOf must not be after the business date " + today)
        .at("asOf");
  }

  static Problem wrongOption(String name, String rule, String ruleEn) {
    return unprocessable("WRONG_OPTION", "参数有误", name + " " + rule, name + " " + ruleEn).at(name);
  }

  static Problem noFile() {
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "FILE_MISSING",
            "没有收到文件",
            "请以 multipart/form-data 上传名为 file 的文件",
            "Send the file as the part named file of multipart/form-data")
        .at("file");
  }

  static Problem cutOff() {
    return Problem.of(
            HttpStatus.BAD_REQUEST,
            "UPLOAD_CUT_OFF",
            "上传中断",
            "文件没有完整到达，未保存任何内容，请重新上传",
            "The file did not arrive whole; nothing was kept: upload it again")
        .at("file");
  }

  static Problem notFinished() {
    return conflict(
        "IMPORT_NOT_FINISHED", "导入尚未完成", "请等待导入完成后再下载退回行", "The import has not ended yet");
  }

  static Problem noRejects() {
    return conflict(
        "IMPORT_NOT_APPLIED",
        "整份文件未被接受",
        "文件未逐行处理，没有退回行；原因见导入结果",
        "The file as a whole was not taken: see its message");
  }

  static Problem forgotten() {
    return Problem.of(
        HttpStatus.GONE,
        "FILE_NO_LONGER_KEPT",
        "原文件已超过保存期限",
        "原文件已按规定删除，无法再生成退回文件",
        "The original is past its time and was deleted");
  }

  static ResponseEntity<ProblemDetail> alreadyAtWork(UUID first) {
    ProblemDetail detail =
        conflict(
                "IMPORT_ALREADY_AT_WORK",
                "同一文件正在导入",
                "相同内容的文件正在处理中，导入编号 " + first,
                "The same file is being imported as " + first)
            .toDetail();
    detail.setProperty("importId", first);
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  static ResponseEntity<ProblemDetail> tooLarge(long limit) {
    return Problem.of(
            HttpStatus.CONTENT_TOO_LARGE,
            "FILE_TOO_LARGE",
            "文件过大",
            "文件超过上限 " + limit + " 字节，请分成几份上传",
            "The file is larger than " + limit + " bytes: split it")
        .at("file")
        .toResponse();
  }

  private static Problem unprocessable(String code, String title, String detail, String detailEn) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, title, detail, detailEn);
  }

  private static Problem conflict(String code, String title, String detail, String detailEn) {
    return Problem.of(HttpStatus.CONFLICT, code, title, detail, detailEn);
  }
}
