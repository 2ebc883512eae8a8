package io.countypulse.reporting.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.countypulse.platform.web.Problem;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * A rule as it is shown and sent; version, author and time are not taken from what is sent.
 *
 * @param clearDays business days it stays clear before an alert closes; 3 unless told otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleForm(
    @Nullable String code,
    @Nullable Integer version,
    @Nullable String name,
    @Nullable String nameEn,
    @Nullable String severity,
    @Nullable Integer clearDays,
    @Nullable Boolean enabled,
    @Nullable ConditionForm condition,
    @Nullable String changedBy,
    @Nullable Instant changedAt) {

  private static final int CLEAR_DAYS = 3;
  private static final int LONGEST_CLEAR = 30;
  private static final int LONGEST_NAME = 80;

  static RuleForm of(Rules.Kept kept) {
    Rule rule = kept.rule();
    return new RuleForm(
        rule.code(),
        rule.version(),
        rule.name(),
        rule.nameEn(),
        rule.severity().name(),
        rule.clearDays(),
        rule.enabled(),
        ConditionForm.of(rule.condition()),
        kept.changedBy(),
        kept.changedAt());
  }

  /**
   * The rule this describes.
   *
   * @throws ErrorResponseException 422 naming the field at fault
   */
  Rule rule(String newCode, int newVersion) {
    if (!newCode.matches("[a-z0-9][a-z0-9._-]{1,59}")) {
      throw problem(
          "code", "编码为 2 至 60 个小写字母、数字、点或连字符。", "A code is 2 to 60 of a-z, 0-9, dot and hyphen.");
    }
    int days = clearDays == null ? CLEAR_DAYS : clearDays;
    if (days < 1 || days > LONGEST_CLEAR) {
      throw problem("clearDays", "解除天数应为 1 至 30。", "The clear days are 1 to 30.");
    }
    return new Rule(
        newCode,
        newVersion,
        text("name", name),
        text("nameEn", nameEn == null || nameEn.isBlank() ? name : nameEn),
        checkedSeverity(),
        days,
        enabled == null || enabled,
        checkedCondition());
  }

  private Condition checkedCondition() {
    if (condition == null) {
      throw problem("condition", "请填写触发条件。", "A condition is needed.");
    }
    try {
      return condition.condition();
    } catch (ConditionForm.Malformed malformed) {
      throw problem(malformed.field(), malformed.detail(), malformed.english());
    }
  }

  private Severity checkedSeverity() {
    return Arrays.stream(Severity.values())
        .filter(each -> each.name().equals(severity))
        .findFirst()
        .orElseThrow(
            () -> problem("severity", "级别应为提示、预警或严重。", "A severity is NOTICE, WARNING or SEVERE."));
  }

  private static String text(String field, @Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST_NAME) {
      throw problem(field, "请填写名称，最多 80 字。", "A name of at most 80 characters is needed.");
    }
    return text.strip();
  }

  static ErrorResponseException problem(String field, String detail, String english) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "RULE_MALFORMED", "规则有误", detail, english)
        .at(field)
        .toException();
  }
}
