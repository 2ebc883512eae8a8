package io.countypulse.credit.feed;

import io.countypulse.platform.personal.EntityCodes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first record of a feed (DOMAIN.md § 10): {@code H, bank, business date, sequence, details,
 * total outstanding, total overdue[, 补报]}.
 *
 * @param outstanding yuan, over all details
 * @param overdue yuan, over all details
 * @param supplement the details are added to the day's accepted position; loans not named stay
 */
record FeedHeader(
    String bank,
    LocalDate businessDate,
    long sequence,
    int details,
    BigDecimal outstanding,
    BigDecimal overdue,
    boolean supplement) {

  static final String MARK = "H";
  static final String SUPPLEMENT = "补报";

  private static final Set<String> SUPPLEMENTS = Set.of(SUPPLEMENT, "SUPPLEMENT");
  private static final int FIELDS = 7;

  /** Whether the record says that it is the header. */
  static boolean is(List<String> fields) {
    return !fields.isEmpty() && fields.getFirst().equalsIgnoreCase(MARK);
  }

  /**
   * Reads the fields of the first record.
   *
   * @throws RefusedFeed naming every field that is wrong
   */
  static FeedHeader read(List<String> fields) throws RefusedFeed {
    if (!is(fields) || fields.size() < FIELDS) {
      throw new RefusedFeed(
          Refusal.of(
              "HEADER_MISSING",
              "",
              "首条记录应为：H,银行代码,业务日期,序号,明细数,余额合计,逾期合计",
              "The first record is: H, bank, business date, sequence, details, total outstanding,"
                  + " total overdue",
              ""));
    }
    return new Reading(fields).header();
  }

  /**
   * Checks that the day has come.
   *
   * @throws RefusedFeed if it lies after today
   */
  void refuseFuture(LocalDate today) throws RefusedFeed {
    if (businessDate.isAfter(today)) {
      throw new RefusedFeed(
          Refusal.of(
              "BUSINESS_DATE_IN_FUTURE",
              "业务日期",
              "业务日期晚于今天（" + today + "），请到当日再报送",
              "The business date lies after today, " + today,
              businessDate.toString()));
    }
  }

  /** Goes through the fields and gathers what is wrong. */
  private static final class Reading {

    private final List<String> fields;
    private final List<Refusal> refusals = new ArrayList<>();

    Reading(List<String> fields) {
      this.fields = fields;
    }

    FeedHeader header() throws RefusedFeed {
      String bank = bank();
      @Nullable LocalDate day = day();
      long sequence = whole(3, "序号", "sequence", 1, Long.MAX_VALUE);
      long details = whole(4, "明细数", "detail count", 0, 50_000_000);
      @Nullable BigDecimal outstanding = money(5, "余额合计");
      @Nullable BigDecimal overdue = money(6, "逾期合计");
      if (!refusals.isEmpty() || day == null || outstanding == null || overdue == null) {
        throw new RefusedFeed(refusals, 0);
      }
      return new FeedHeader(bank, day, sequence, (int) details, outstanding, overdue, supplement());
    }

    private boolean supplement() {
      return fields.size() > FIELDS && SUPPLEMENTS.contains(fields.get(FIELDS));
    }

    private String bank() {
      String code = fields.get(1);
      if (code.isEmpty()
          || EntityCodes.judge(code, LocalDate.EPOCH) == EntityCodes.Judgement.MALFORMED) {
        wrong("银行代码", "银行代码缺失或含有不允许的字符", "The bank's code is missing or malformed", code);
      }
      return code;
    }

    private @Nullable LocalDate day() {
      try {
        return Amounts.day(fields.get(2));
      } catch (DateTimeException notADay) {
        wrong(
            "业务日期", "业务日期应写成 2024-06-10", "The business date is written 2024-06-10", fields.get(2));
        return null;
      }
    }

    private long whole(int place, String name, String nameEn, long least, long most) {
      String text = fields.get(place);
      try {
        if (text.matches("\\d{1,18}")) {
          long number = Long.parseLong(text);
          if (number >= least && number <= most) {
            return number;
          }
        }
      } catch (NumberFormatException tooLong) {
        // Answered below.
      }
      wrong(name, name + "应为整数", "The " + nameEn + " is a whole number", text);
      return least;
    }

    private @Nullable BigDecimal money(int place, String name) {
      @Nullable BigDecimal money = Amounts.money(fields.get(place)).orElse(null);
      if (money == null) {
        wrong(
            name,
            name + "应为以元为单位、最多两位小数的数字，不含千分位与单位",
            "Yuan with at most two decimals, no separators or units",
            fields.get(place));
      }
      return money;
    }

    private void wrong(String field, String message, String messageEn, String value) {
      refusals.add(Refusal.of("HEADER_FIELD_WRONG", field, message, messageEn, value));
    }
  }
}
