package io.countypulse.subsidy.revision;

import io.countypulse.platform.web.Problem;
import io.countypulse.subsidy.programme.Programme;
import io.countypulse.subsidy.programme.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Terms as they are asked for.
 *
 * @param amount yuan with at most two decimals
 * @param rate per cent of wages
 * @param reason why, for the history; not needed for a preview
 */
record NewTerms(
    @Nullable LocalDate validFrom,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal rate,
    @Nullable String entitled,
    @Nullable String entitledEn,
    @Nullable Map<String, Integer> deadlines,
    @Nullable String reason) {

  private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_DEADLINE = 365;
  private static final Set<String> STEPS =
      Set.of("APPLIED", "VERIFIED", "ON_NOTICE", "APPROVED", "IN_BATCH", "PAID");

  /**
   * The terms they make, what is not told staying as it was.
   *
   * @param before the terms in force on that day, or the first ones
   * @throws org.springframework.web.ErrorResponseException 422 naming the field at fault
   */
  Terms checked(Programme programme, Terms before) {
    return new Terms(
        programme.code(),
        day(),
        fen(programme),
        share(programme),
        text("entitled", entitled, before.entitled()),
        text("entitledEn", entitledEn, before.entitledEn()),
        days(before));
  }

  /** Why, which a change must tell. */
  String why() {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_TEXT) {
      throw wrong("reason", "请填写变更依据（200 字以内）", "Tell why, in at most 200 characters");
    }
    return reason.strip();
  }

  LocalDate day() {
    if (validFrom == null || validFrom.isBefore(Terms.FIRST_DAY) || validFrom.getYear() > 2100) {
      throw wrong(
          "validFrom",
          "生效日期应在 " + Terms.FIRST_DAY + " 之后",
          "Terms hold from a day on or after " + Terms.FIRST_DAY);
    }
    return validFrom;
  }

  private @Nullable Long fen(Programme programme) {
    if (!programme.amountKind().isMoney()) {
      if (amount != null) {
        throw wrong("amount", "该项目不按金额发放", "The programme grants no amount of money");
      }
      return null;
    }
    if (amount == null || amount.signum() <= 0 || amount.compareTo(LIMIT) > 0 || tooFine(amount)) {
      throw wrong("amount", "金额应大于 0、最多两位小数", "An amount above zero with at most two decimals");
    }
    return amount.movePointRight(2).longValueExact();
  }

  private @Nullable BigDecimal share(Programme programme) {
    if (programme.amountKind() != Programme.AmountKind.SHARE) {
      if (rate != null) {
        throw wrong("rate", "该项目不按比例发放", "The programme grants no share");
      }
      return null;
    }
    if (rate == null || rate.signum() <= 0 || rate.compareTo(HUNDRED) > 0 || tooFine(rate)) {
      throw wrong("rate", "比例应在 0 至 100 之间、最多两位小数", "A per cent with at most two decimals");
    }
    return rate;
  }

  private static boolean tooFine(BigDecimal number) {
    return number.stripTrailingZeros().scale() > 2;
  }

  private String text(String field, @Nullable String told, String before) {
    if (told == null || told.isBlank()) {
      return before;
    }
    if (told.length() > LONGEST_TEXT) {
      throw wrong(field, "最多 200 字", "At most 200 characters");
    }
    return told.strip();
  }

  private Map<String, Integer> days(Terms before) {
    if (deadlines == null) {
      return before.deadlines();
    }
    boolean sound =
        deadlines.entrySet().stream()
            .allMatch(
                each ->
                    STEPS.contains(each.getKey())
                        && each.getValue() != null
                        && each.getValue() >= 1
                        && each.getValue() <= LONGEST_DEADLINE);
    if (!sound) {
      throw wrong("deadlines", "每个环节的时限应为 1 至 365 天", "Each step takes 1 to 365 days");
    }
    return deadlines;
  }

  private static RuntimeException wrong(String field, String detail, String detailEn) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "TERMS_INVALID", "政策内容有误", detail, detailEn)
        .at(field)
        .toException();
  }
}
