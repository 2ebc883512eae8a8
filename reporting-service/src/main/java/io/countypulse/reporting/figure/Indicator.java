package io.countypulse.reporting.figure;

import io.countypulse.reporting.contribution.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of DOMAIN.md § 7 and how each follows from measures; further ones are only added. A
 * rate is 100 × measure ÷ denominator, HALF_UP to two decimals.
 */
public enum Indicator {
  EMPLOYMENT_TARGET("employment.target", Measure.TARGET, null, Traits.TARGET),
  EMPLOYMENT_WORKING("employment.working", Measure.WORKING, null, Traits.STOCK),
  EMPLOYMENT_OUT_OF_PROVINCE(
      "employment.out_of_province", Measure.OUT_OF_PROVINCE, null, Traits.STOCK),
  EMPLOYMENT_WORKED_THIS_YEAR(
      "employment.worked_this_year", Measure.WORKED_THIS_YEAR, null, Traits.FLOW),
  EMPLOYMENT_COMPLETION_RATE(
      "employment.completion_rate", Measure.WORKING, Measure.TARGET, Traits.TARGET);

  private static final int DECIMALS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What kind of quantity it is. */
  private enum Traits {
    STOCK,
    FLOW,
    TARGET
  }

  private final String code;
  private final Measure measure;
  private final @Nullable Measure denominator;
  private final Traits traits;
  private final Programme programme = Programme.EMPLOYMENT;

  Indicator(String code, Measure measure, @Nullable Measure denominator, Traits traits) {
    this.code = code;
    this.measure = measure;
    this.denominator = denominator;
    this.traits = traits;
  }

  /** The indicator of a code, for example {@code employment.working}. */
  public static Optional<Indicator> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  /** Whether it is a per cent of something, and not a count. */
  public boolean isRate() {
    return denominator != null;
  }

  /** Whether it belongs to a period: a flow, or a comparison with a period's target. */
  boolean isPeriodic() {
    return traits != Traits.STOCK;
  }

  /** Whether more is better; decides the rank. */
  boolean higherIsBetter() {
    return true;
  }

  Reading read(Sums sums) {
    boolean target = programme.hasTarget(sums);
    if (!target && !programme.hasRecords(sums)) {
      return Reading.without(State.NOT_REPORTED);
    }
    if (!target && traits == Traits.TARGET) {
      return Reading.without(State.NO_TARGET);
    }
    return denominator == null
        ? Reading.of(count(sums))
        : rate(sums.of(measure), sums.of(denominator));
  }

  /** What a count is, whatever its state. */
  BigDecimal count(Sums sums) {
    return BigDecimal.valueOf(sums.of(measure));
  }

  static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return HUNDRED.multiply(part).divide(whole, DECIMALS, RoundingMode.HALF_UP);
  }

  private static Reading rate(long numerator, long denominator) {
    return denominator == 0
        ? Reading.without(State.NOT_APPLICABLE)
        : Reading.of(percent(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator)));
  }
}
