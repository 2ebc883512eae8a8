package io.countypulse.reporting.figure;

import static io.countypulse.reporting.contribution.Programme.CALLS;
import static io.countypulse.reporting.contribution.Programme.EMPLOYMENT;
import static io.countypulse.reporting.contribution.Programme.MICROCREDIT;
import static io.countypulse.reporting.contribution.Programme.TRANSPORT;
import static io.countypulse.reporting.contribution.Programme.YULU;
import static io.countypulse.reporting.contribution.Programme.YULU_PLUS;
import static io.countypulse.reporting.figure.Formula.amount;
import static io.countypulse.reporting.figure.Formula.daysOnLastYear;
import static io.countypulse.reporting.figure.Formula.difference;
import static io.countypulse.reporting.figure.Formula.rate;
import static io.countypulse.reporting.figure.Indicator.Better.HIGHER;
import static io.countypulse.reporting.figure.Indicator.Better.LOWER;

import io.countypulse.reporting.contribution.Measure;
import io.countypulse.reporting.contribution.Period;
import io.countypulse.reporting.contribution.Programme;
import io.countypulse.reporting.contribution.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of DOMAIN.md § 7, one a line; further ones are only added. */
@SuppressWarnings("ImmutableEnumChecker") // a formula is a record of constants
public enum Indicator {
  EMPLOYMENT_TARGET("employment.target", EMPLOYMENT, HIGHER, amount(Measure.EMPLOYMENT_TARGET)),
  EMPLOYMENT_WORKING("employment.working", EMPLOYMENT, HIGHER, amount(Measure.WORKING)),
  EMPLOYMENT_OUT_OF_PROVINCE(
      "employment.out_of_province", EMPLOYMENT, HIGHER, amount(Measure.OUT_OF_PROVINCE)),
  EMPLOYMENT_WORKED_THIS_YEAR(
      "employment.worked_this_year", EMPLOYMENT, HIGHER, amount(Measure.WORKED_THIS_YEAR)),
  EMPLOYMENT_COMPLETION_RATE(
      "employment.completion_rate",
      EMPLOYMENT,
      HIGHER,
      rate(Measure.WORKING, Measure.EMPLOYMENT_TARGET)),
  EMPLOYMENT_MONTHS_VS_LAST_YEAR(
      "employment.months_vs_last_year", EMPLOYMENT, HIGHER, daysOnLastYear(Measure.WORKING)),
  EMPLOYMENT_RETURNED("employment.returned", EMPLOYMENT, LOWER, amount(Measure.RETURNED)),
  EMPLOYMENT_RE_EMPLOYED("employment.re_employed", EMPLOYMENT, HIGHER, amount(Measure.RE_EMPLOYED)),

  CREDIT_TARGET("credit.target", MICROCREDIT, HIGHER, amount(Measure.CREDIT_TARGET)),
  CREDIT_ISSUED("credit.issued", MICROCREDIT, HIGHER, amount(Measure.ISSUED)),
  CREDIT_ISSUED_HOUSEHOLDS(
      "credit.issued_households", MICROCREDIT, HIGHER, amount(Measure.ISSUED_HOUSEHOLDS)),
  CREDIT_COMPLETION_RATE(
      "credit.completion_rate", MICROCREDIT, HIGHER, rate(Measure.ISSUED, Measure.CREDIT_TARGET)),
  CREDIT_OUTSTANDING("credit.outstanding", MICROCREDIT, HIGHER, amount(Measure.OUTSTANDING)),
  CREDIT_OVERDUE("credit.overdue", MICROCREDIT, LOWER, amount(Measure.OVERDUE)),
  CREDIT_OVERDUE_HOUSEHOLDS(
      "credit.overdue_households", MICROCREDIT, LOWER, amount(Measure.OVERDUE_HOUSEHOLDS)),
  CREDIT_OVERDUE_RATE(
      "credit.overdue_rate", MICROCREDIT, LOWER, rate(Measure.OVERDUE, Measure.OUTSTANDING)),

  TRANSPORT_ENTITLED("transport.entitled", TRANSPORT, HIGHER, amount(Measure.TRANSPORT_ENTITLED)),
  TRANSPORT_PAID("transport.paid", TRANSPORT, HIGHER, amount(Measure.TRANSPORT_PAID)),
  TRANSPORT_PAID_AMOUNT(
      "transport.paid_amount", TRANSPORT, HIGHER, amount(Measure.TRANSPORT_PAID_AMOUNT)),
  TRANSPORT_PAID_RATE(
      "transport.paid_rate",
      TRANSPORT,
      HIGHER,
      rate(Measure.TRANSPORT_PAID, Measure.TRANSPORT_ENTITLED)),
  YULU_STUDENTS("yulu.students", YULU, HIGHER, amount(Measure.YULU_STUDENTS)),
  YULU_PAID("yulu.paid", YULU, HIGHER, amount(Measure.YULU_PAID)),
  YULU_PAID_AMOUNT("yulu.paid_amount", YULU, HIGHER, amount(Measure.YULU_PAID_AMOUNT)),
  YULU_UNPAID("yulu.unpaid", YULU, LOWER, difference(Measure.YULU_STUDENTS, Measure.YULU_PAID)),
  YULU_PLUS_TRAINED("yulu_plus.trained", YULU_PLUS, HIGHER, amount(Measure.YULU_PLUS_TRAINED)),

  CALLS_MADE("calls.made", CALLS, HIGHER, amount(Measure.CALLS_MADE)),
  CALLS_VALID("calls.valid", CALLS, HIGHER, amount(Measure.CALLS_VALID)),
  CALLS_PROBLEM_NUMBERS(
      "calls.problem_numbers", CALLS, LOWER, amount(Measure.CALLS_PROBLEM_NUMBERS)),
  CALLS_AWARENESS_YULU(
      "calls.awareness_rate.yulu",
      CALLS,
      HIGHER,
      rate(Measure.CALLS_KNOW_YULU, Measure.CALLS_ASKED_YULU)),
  CALLS_AWARENESS_YULU_PLUS(
      "calls.awareness_rate.yulu_plus",
      CALLS,
      HIGHER,
      rate(Measure.CALLS_KNOW_YULU_PLUS, Measure.CALLS_ASKED_YULU_PLUS)),
  CALLS_AWARENESS_TRANSPORT(
      "calls.awareness_rate.transport",
      CALLS,
      HIGHER,
      rate(Measure.CALLS_KNOW_TRANSPORT, Measure.CALLS_ASKED_TRANSPORT)),
  CALLS_AWARENESS_MICROCREDIT(
      "calls.awareness_rate.microcredit",
      CALLS,
      HIGHER,
      rate(Measure.CALLS_KNOW_MICROCREDIT, Measure.CALLS_ASKED_MICROCREDIT));

  private static final Set<Measure> COUNTED_BY_DAY =
      Arrays.stream(Measure.values())
          .filter(measure -> Arrays.stream(values()).anyMatch(each -> each.adds(measure)))
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));

  /** The declared direction; decides the rank. */
  enum Better {
    HIGHER,
    LOWER
  }

  private final String code;
  private final Programme programme;
  private final Better better;
  private final Formula formula;

  Indicator(String code, Programme programme, Better better, Formula formula) {
    this.code = code;
    this.programme = programme;
    this.better = better;
    this.formula = formula;
  }

  /** The indicator of a code, for example {@code employment.working}. */
  public static Optional<Indicator> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  /** The indicators a text names: one by its code, or all that begin so, {@code employment}. */
  public static Set<Indicator> named(String text) {
    return Arrays.stream(values())
        .filter(each -> each.code.equals(text) || each.code.startsWith(text + "."))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Indicator.class)));
  }

  public String code() {
    return code;
  }

  /** What it counts, or that it is a per cent. */
  public Quantity quantity() {
    return formula.quantity();
  }

  /** The kind of period it belongs to. */
  public Period period() {
    return formula.period();
  }

  /** Whether rank 1 is the highest value. */
  public boolean higherIsBetter() {
    return better == HIGHER;
  }

  /** What its value and its state follow from. */
  Set<Measure> measures() {
    return Arrays.stream(Measure.values())
        .filter(measure -> formula.contains(measure) || programme.tells(measure))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
  }

  /** Whether it begins at zero with each period. */
  boolean beginsAtZero() {
    return formula.beginsAtZero();
  }

  /** Whether the days of this measure are added up by any indicator. */
  static boolean countsDays(Measure measure) {
    return COUNTED_BY_DAY.contains(measure);
  }

  private boolean adds(Measure measure) {
    return formula instanceof Formula.DaysOnLastYear(Measure stock) && stock == measure;
  }

  /** Its value for the sums of one unit on one day, or why there is none. */
  Reading read(Sums sums) {
    boolean target = holds(programme.targetHolds(), sums);
    boolean records = programme.records().stream().anyMatch(measure -> holds(measure, sums));
    if (!target && !records) {
      return Reading.without(State.NOT_REPORTED);
    }
    if (isUntoldStock(sums)) {
      return Reading.without(State.NOT_REPORTED);
    }
    if (!target && comparesWithTarget()) {
      return Reading.without(State.NO_TARGET);
    }
    return sums.read(formula);
  }

  /**
   * The value on an earlier day, in the same period. Before a period begins there is nothing of it
   * yet: zero. A stock or rate that had no value then has no change.
   */
  @Nullable BigDecimal earlier(Sums sums, Periods periods, LocalDate day) {
    BigDecimal value = read(sums).value();
    boolean zero =
        beginsAtZero() && (quantity() != Quantity.PERCENT || periods.isAhead(period(), day));
    return value == null && zero ? BigDecimal.ZERO.setScale(quantity().decimals()) : value;
  }

  /** What a rate is a part of, or null. */
  @Nullable Measure whole() {
    return formula instanceof Formula.Rate(Measure _, Measure whole) ? whole : null;
  }

  /** Whose records it follows from. */
  Programme programme() {
    return programme;
  }

  private boolean isUntoldStock(Sums sums) {
    Measure told = programme.stocksTold();
    return told != null && formula.period() == Period.NONE && !holds(told, sums);
  }

  private boolean comparesWithTarget() {
    Measure target = programme.target();
    return target != null && formula.contains(target);
  }

  private static boolean holds(@Nullable Measure measure, Sums sums) {
    return measure != null && sums.of(measure) > 0;
  }
}
