package io.countypulse.reporting.contribution;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A sum of contributions. Indicators are made of measures; new ones are only added (DOMAIN.md § 7).
 */
public enum Measure {
  /** Whether the department has a record of the county: people ever registered there. */
  EMPLOYMENT_REGISTERED("employment.registered", Quantity.PERSONS, Period.NONE),
  EMPLOYMENT_TARGET("employment.target", Quantity.PERSONS, Period.YEAR),
  /** Whether a target holds, for zero is a target too. */
  EMPLOYMENT_TARGET_HOLDS("employment.target_holds", Quantity.PERSONS, Period.YEAR),
  /** The epoch day by which a target is to be reached; of several, added up. */
  EMPLOYMENT_DEADLINE("employment.deadline", Quantity.DAYS, Period.YEAR),
  WORKING("employment.working", Quantity.PERSONS, Period.NONE),
  OUT_OF_PROVINCE("employment.out_of_province", Quantity.PERSONS, Period.NONE),
  /** People with any day in work in the year. */
  WORKED_THIS_YEAR("employment.worked_this_year", Quantity.PERSONS, Period.YEAR),
  /** People who came home without work (返乡回流), once a year. */
  RETURNED("employment.returned", Quantity.PERSONS, Period.YEAR),
  /** Those of them in work again within 90 days, in the year of the return. */
  RE_EMPLOYED("employment.re_employed", Quantity.PERSONS, Period.YEAR),

  /** Whether the department has a record of the county: loans ever of its households. */
  LOANS("credit.loans", Quantity.HOUSEHOLDS, Period.NONE),
  /** Whether any bank has told of a loan of the county. */
  LOAN_POSITIONS("credit.positions", Quantity.HOUSEHOLDS, Period.NONE),
  CREDIT_TARGET("credit.target", Quantity.YUAN, Period.YEAR),
  CREDIT_TARGET_HOLDS("credit.target_holds", Quantity.YUAN, Period.YEAR),
  CREDIT_DEADLINE("credit.deadline", Quantity.DAYS, Period.YEAR),
  ISSUED("credit.issued", Quantity.YUAN, Period.YEAR),
  ISSUED_HOUSEHOLDS("credit.issued_households", Quantity.HOUSEHOLDS, Period.YEAR),
  OUTSTANDING("credit.outstanding", Quantity.YUAN, Period.NONE),
  OVERDUE("credit.overdue", Quantity.YUAN, Period.NONE),
  OVERDUE_HOUSEHOLDS("credit.overdue_households", Quantity.HOUSEHOLDS, Period.NONE),

  /** Whether the department has a record of the county: cases ever of its people. */
  TRANSPORT_CASES("transport.cases", Quantity.PERSONS, Period.NONE),
  TRANSPORT_ENTITLED("transport.entitled", Quantity.PERSONS, Period.YEAR),
  TRANSPORT_PAID("transport.paid", Quantity.PERSONS, Period.YEAR),
  TRANSPORT_PAID_AMOUNT("transport.paid_amount", Quantity.YUAN, Period.YEAR),
  YULU_CASES("yulu.cases", Quantity.PERSONS, Period.NONE),
  YULU_STUDENTS("yulu.students", Quantity.PERSONS, Period.SCHOOL_YEAR),
  YULU_PAID("yulu.paid", Quantity.PERSONS, Period.SCHOOL_YEAR),
  YULU_PAID_AMOUNT("yulu.paid_amount", Quantity.YUAN, Period.SCHOOL_YEAR),
  YULU_PLUS_CASES("yulu_plus.cases", Quantity.PERSONS, Period.NONE),
  YULU_PLUS_TRAINED("yulu_plus.trained", Quantity.PERSONS, Period.YEAR),

  /** Whether anyone of the county was ever called. */
  CALLS_REGISTERED("calls.registered", Quantity.CALLS, Period.NONE),
  CALLS_MADE("calls.made", Quantity.CALLS, Period.MONTH),
  CALLS_VALID("calls.valid", Quantity.CALLS, Period.MONTH),
  /** Wrong and empty numbers. */
  CALLS_PROBLEM_NUMBERS("calls.problem_numbers", Quantity.CALLS, Period.MONTH),
  CALLS_ASKED_YULU("calls.asked.yulu", Quantity.CALLS, Period.MONTH),
  CALLS_ASKED_YULU_PLUS("calls.asked.yulu_plus", Quantity.CALLS, Period.MONTH),
  CALLS_ASKED_TRANSPORT("calls.asked.transport", Quantity.CALLS, Period.MONTH),
  CALLS_ASKED_MICROCREDIT("calls.asked.microcredit", Quantity.CALLS, Period.MONTH),
  CALLS_KNOW_YULU("calls.know.yulu", Quantity.CALLS, Period.MONTH),
  CALLS_KNOW_YULU_PLUS("calls.know.yulu_plus", Quantity.CALLS, Period.MONTH),
  CALLS_KNOW_TRANSPORT("calls.know.transport", Quantity.CALLS, Period.MONTH),
  CALLS_KNOW_MICROCREDIT("calls.know.microcredit", Quantity.CALLS, Period.MONTH);

  private static final Map<String, Measure> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Measure::code, Function.identity()));

  private final String code;
  private final Quantity quantity;
  private final Period period;

  Measure(String code, Quantity quantity, Period period) {
    this.code = code;
    this.quantity = quantity;
    this.period = period;
  }

  /** The measure of a code; none where a later topology knows more. */
  public static Optional<Measure> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** The name on the wire and in the read model. */
  public String code() {
    return code;
  }

  public Quantity quantity() {
    return quantity;
  }

  /** The kind of period it is counted by. */
  public Period period() {
    return period;
  }
}
