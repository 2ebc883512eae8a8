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
  ISSUED("credit.issued", Quantity.YUAN, Period.YEAR),
  ISSUED_HOUSEHOLDS("credit.issued_households", Quantity.HOUSEHOLDS, Period.YEAR),
  OUTSTANDING("credit.outstanding", Quantity.YUAN, Period.NONE),
  OVERDUE("credit.overdue", Quantity.YUAN, Period.NONE),
  OVERDUE_HOUSEHOLDS("credit.overdue_households", Quantity.HOUSEHOLDS, Period.NONE);

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
