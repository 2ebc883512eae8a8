package io.countypulse.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * The version of a record an edit was begun on (header {@code If-Match}), as a controller method
 * takes it for an argument; the record's {@code ETag} tells it. Missing: 428 {@code
 * VERSION_MISSING}.
 *
 * @param value version of the record
 */
public record ExpectedVersion(long value) {

  private static final Pattern ONE_TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  /** The version as an {@code ETag}: {@code "3"}. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Lets an edit pass that was begun on what the record is now.
   *
   * @throws org.springframework.web.ErrorResponseException 412 {@code CHANGED_MEANWHILE}
   */
  public void check(long current) {
    if (value != current) {
      throw Problem.of(
              HttpStatus.PRECONDITION_FAILED,
              "CHANGED_MEANWHILE",
              "记录已被他人改动",
              "这条记录在您打开之后已被改动（您看到的是第 " + value + " 版，现为第 " + current + " 版），请刷新后核对再改。",
              "The record was changed meanwhile: you saw version "
                  + value
                  + ", it is "
                  + current
                  + " now. Reload and check.")
          .toException();
    }
  }

  static ExpectedVersion parse(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw Problem.of(
              HttpStatus.PRECONDITION_REQUIRED,
              "VERSION_MISSING",
              "缺少版本",
              "修改记录必须带 If-Match 请求头，值为读取时的 ETag。",
              "An edit carries If-Match with the ETag of what was read.")
          .at(HttpHeaders.IF_MATCH)
          .toException();
    }
    Matcher tag = ONE_TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw Problem.of(
              HttpStatus.BAD_REQUEST,
              "VERSION_INVALID",
              "版本格式不对",
              "If-Match 应为读取时的 ETag，如 \"3\"。",
              "If-Match is the ETag of what was read, such as \"3\".")
          .at(HttpHeaders.IF_MATCH)
          .toException();
    }
    return new ExpectedVersion(Long.parseLong(tag.group(1)));
  }
}
