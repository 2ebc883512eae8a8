package io.countypulse.employment.form;

import io.countypulse.platform.web.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Checks of single fields; each refusal is a 400 that names the field. */
public final class Entries {

  private Entries() {}

  /** A field that must be there. */
  public static <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw refused("FIELD_MISSING", field, "请填写必填项", "This field is required");
    }
    return value;
  }

  /** A text that must be there, without spaces around it, of so many characters at most. */
  public static String requiredText(@Nullable String text, String field, int longest) {
    return required(text(text, field, longest), field);
  }

  /** A text without spaces around it, of so many characters at most; null where there is none. */
  public static @Nullable String text(@Nullable String text, String field, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String stripped = text.strip();
    if (stripped.length() > longest) {
      throw refused(
          "TEXT_TOO_LONG",
          field,
          "内容过长，请不超过 " + longest + " 个字",
          "At most " + longest + " characters");
    }
    if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw refused(
          "TEXT_UNREADABLE", field, "含有不可见的控制字符，请删除", "There are control characters in it");
    }
    return stripped;
  }

  /** A day that has come; today where none is told. */
  public static LocalDate past(@Nullable LocalDate day, LocalDate today, String field) {
    if (day != null && day.isAfter(today)) {
      throw refused(
          "DATE_IN_FUTURE",
          field,
          "日期晚于业务日期 " + today + "，请核对",
          "The date lies after the business date " + today);
    }
    return day == null ? today : day;
  }

  /** A refusal of one field. */
  public static RuntimeException refused(
      String code, String field, String detail, String detailEn) {
    return Problem.of(HttpStatus.BAD_REQUEST, code, "填写有误", detail, detailEn)
        .at(field)
        .toException();
  }

  /** A refusal because of what is on record. */
  public static RuntimeException conflict(String code, String detail, String detailEn) {
    return Problem.of(HttpStatus.CONFLICT, code, "与登记情况不符", detail, detailEn).toException();
  }
}
