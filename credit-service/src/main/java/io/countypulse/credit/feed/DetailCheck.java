package io.countypulse.credit.feed;

import static io.countypulse.credit.feed.DetailField.*;
import static java.util.Objects.requireNonNull;

import io.countypulse.platform.intake.sheet.Fault;
import io.countypulse.platform.personal.EntityCodes;
import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the details of one feed, each by itself (DOMAIN.md § 5 and § 10). */
final class DetailCheck {

  private static final BigDecimal LARGEST_LOAN = new BigDecimal("10000000");
  private static final BigDecimal HIGHEST_RATE = new BigDecimal("100");
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
  private static final int REASON = STATUS.place() + 1;

  private final FeedHeader header;
  private final Units units;
  private final LocalDate today;
  private final Map<String, UnitCode> counties = new HashMap<>();
  private List<String> fields = List.of();
  private List<Fault> faults = new ArrayList<>();

  DetailCheck(FeedHeader header, Units units, LocalDate today) {
    this.header = header;
    this.units = units;
    this.today = today;
  }

  /** Judges the record that was read. */
  Detail judge(FeedRecords records) {
    Fault defect = records.defect();
    if (defect != null) {
      return new Detail.Refused(null, List.of(defect));
    }
    List<String> read = records.fields();
    if (!read.isEmpty() && read.getFirst().equalsIgnoreCase(DetailField.MARK)) {
      return judge(read);
    }
    return new Detail.Refused(
        null,
        List.of(
            new Fault(
                "MARK_UNKNOWN",
                "",
                "明细记录应以 D 开头，首条记录以外不应再有其他记录",
                "A detail begins with D; only the first record is another",
                "")));
  }

  /**
   * @param told the mark and the fields; a field 原因 behind them, as refused rows carry it, is
   *     ignored
   */
  Detail judge(List<String> told) {
    fields = told;
    faults = new ArrayList<>();
    if (told.size() != REASON && told.size() != REASON + 1) {
      faults.add(
          new Fault(
              "FIELD_COUNT_WRONG",
              "",
              "明细应有 " + REASON + " 个字段，实有 " + told.size() + " 个，请检查分隔符",
              "A detail has " + REASON + " fields, this one has " + told.size(),
              ""));
      return new Detail.Refused(null, faults);
    }
    @Nullable String number = code(LOAN);
    @Nullable String household = code(HOUSEHOLD);
    UnitCode county = county();
    @Nullable LocalDate issued = day(ISSUED, true);
    @Nullable LocalDate due = day(DUE, true);
    @Nullable BigDecimal amount = money(AMOUNT);
    @Nullable BigDecimal rate = rate();
    @Nullable BigDecimal balance = money(BALANCE);
    @Nullable BigDecimal overdue = money(OVERDUE);
    @Nullable LocalDate since = day(OVERDUE_SINCE, false);
    @Nullable LoanStatus status = status();
    if (issued != null) {
      order(issued, due, since);
    }
    if (amount != null && balance != null) {
      amounts(amount, balance, overdue, status);
    }
    @Nullable String loanId = number == null ? null : header.bank() + "|" + number;
    if (!faults.isEmpty()) {
      return new Detail.Refused(loanId, faults);
    }
    return new Detail.Sound(
        requireNonNull(loanId),
        requireNonNull(household),
        county,
        requireNonNull(issued),
        requireNonNull(due),
        Amounts.fen(requireNonNull(amount)),
        rate,
        Amounts.fen(requireNonNull(balance)),
        Amounts.fen(requireNonNull(overdue)),
        since,
        requireNonNull(status));
  }

  private String text(DetailField field) {
    return fields.get(field.place());
  }

  private void order(LocalDate issued, @Nullable LocalDate due, @Nullable LocalDate since) {
    if (issued.isAfter(header.businessDate())) {
      fault("ISSUED_IN_FUTURE", ISSUED, "放款日期晚于业务日期", "Issued after the business date");
    }
    if (due != null && due.isBefore(issued)) {
      fault("DATES_OUT_OF_ORDER", DUE, "到期日期早于放款日期", "Due before it was issued");
    }
    if (since != null && (since.isBefore(issued) || since.isAfter(header.businessDate()))) {
      fault(
          "DATES_OUT_OF_ORDER",
          OVERDUE_SINCE,
          "逾期起始日应在放款日期与业务日期之间",
          "Overdue since a day before it was issued or after the business date");
    }
  }

  private void amounts(
      BigDecimal amount,
      BigDecimal balance,
      @Nullable BigDecimal overdue,
      @Nullable LoanStatus status) {
    if (amount.signum() == 0 || amount.compareTo(LARGEST_LOAN) > 0) {
      fault(
          "AMOUNT_OUT_OF_RANGE",
          AMOUNT,
          "放款金额应大于 0 且不超过 " + LARGEST_LOAN.toPlainString() + " 元，请核对单位（元）",
          "The amount is above 0 and at most " + LARGEST_LOAN.toPlainString() + " yuan");
    }
    if (balance.compareTo(amount) > 0) {
      fault("BALANCE_ABOVE_AMOUNT", BALANCE, "余额大于放款金额", "The balance exceeds the amount");
    }
    if (overdue != null && overdue.compareTo(balance) > 0) {
      fault(
          "OVERDUE_ABOVE_BALANCE",
          OVERDUE,
          "逾期本金大于余额",
          "The overdue principal exceeds the balance");
    }
    if (status == LoanStatus.SETTLED && balance.signum() > 0) {
      fault("SETTLED_WITH_BALANCE", STATUS, "状态为结清而余额不为 0", "Settled, yet with a balance");
    }
  }

  private @Nullable String code(DetailField field) {
    String code = text(field);
    if (code.isEmpty()) {
      missing(field);
      return null;
    }
    return switch (EntityCodes.judge(code, today)) {
      case SOUND -> code;
      case MALFORMED -> {
        fault(
            "CODE_MALFORMED",
            field,
            field.header() + "最多 40 个字，只能由字母、数字和 - _ . / 组成",
            "At most 40 letters, digits and - _ . /",
            "");
        yield null;
      }
      case PERSONAL -> {
        fault(
            "CODE_IS_PERSONAL",
            field,
            field.header() + "不能使用证件号码或手机号码，请使用系统编号",
            "An identity or phone number cannot serve as a code",
            "");
        yield null;
      }
    };
  }

  /** An unknown county counts under 待认定 and is flagged. */
  private UnitCode county() {
    String name = text(COUNTY);
    if (name.isEmpty()) {
      missing(COUNTY);
    }
    return counties.computeIfAbsent(
        name, told -> units.resolveCounty(told).map(Unit::code).orElse(UnitCode.UNKNOWN));
  }

  private @Nullable LocalDate day(DetailField field, boolean required) {
    String text = text(field);
    if (text.isEmpty()) {
      if (required) {
        missing(field);
      }
      return null;
    }
    try {
      LocalDate day = Amounts.day(text);
      if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
        return day;
      }
    } catch (DateTimeException notADay) {
      // Answered below.
    }
    fault(
        "DATE_MALFORMED",
        field,
        field.header() + "应为 2000 年以后的日期，写成 2024-06-10",
        "A day from 2000 on, written 2024-06-10");
    return null;
  }

  private @Nullable BigDecimal money(DetailField field) {
    String text = text(field);
    if (text.isEmpty()) {
      if (field == OVERDUE) {
        return BigDecimal.ZERO;
      }
      missing(field);
      return null;
    }
    @Nullable BigDecimal money = Amounts.money(text).orElse(null);
    if (money == null) {
      fault(
          "AMOUNT_MALFORMED",
          field,
          field.header() + "应为以元为单位、最多两位小数的数字，不含负号、千分位与单位",
          "Yuan with at most two decimals, no sign, separators or units");
    }
    return money;
  }

  /** Per cent a year; {@code 4.35} or {@code 4.35%}. */
  private @Nullable BigDecimal rate() {
    String text = text(RATE);
    if (text.isEmpty()) {
      return null;
    }
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    if (number.matches("\\d{1,3}(\\.\\d{1,4})?")) {
      BigDecimal rate = new BigDecimal(number);
      if (rate.compareTo(HIGHEST_RATE) <= 0) {
        return rate;
      }
    }
    fault("RATE_MALFORMED", RATE, "年利率应为百分数，如 4.35，最多四位小数", "Per cent a year, such as 4.35");
    return null;
  }

  private @Nullable LoanStatus status() {
    @Nullable LoanStatus status = LoanStatus.of(text(STATUS)).orElse(null);
    if (status == null) {
      fault(
          "STATUS_UNKNOWN",
          STATUS,
          "状态应为 正常、逾期、展期、续贷、结清 或 核销",
          "The status is 正常, 逾期, 展期, 续贷, 结清 or 核销");
    }
    return status;
  }

  private void missing(DetailField field) {
    fault("FIELD_MISSING", field, "缺少" + field.header(), "The field is empty", "");
  }

  private void fault(String code, DetailField field, String message, String messageEn) {
    String value = text(field);
    boolean personal = EntityCodes.judge(value, today) == EntityCodes.Judgement.PERSONAL;
    fault(code, field, message, messageEn, personal ? "" : value);
  }

  private void fault(
      String code, DetailField field, String message, String messageEn, String value) {
    faults.add(Fault.of(code, field, message, messageEn, value));
  }
}
