package io.countypulse.subsidy.figure;

import io.countypulse.platform.units.UnitCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one unit.
 *
 * @param period the year, school year or month it belongs to
 * @param value persons and calls as a number, yuan and rates as text with two decimals; null unless
 *     the state is VALUE
 */
public record Figure(
    UnitCode county, String indicator, String period, State state, @Nullable Object value) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What a cell says (DOMAIN.md § 7). */
  public enum State {
    VALUE,
    NOT_APPLICABLE,
    NOT_REPORTED,
    NO_TARGET
  }

  /** A count, or nothing where the unit has no record at all. */
  public static Figure count(
      UnitCode county, String indicator, String period, boolean reported, long count) {
    return new Figure(
        county,
        indicator,
        period,
        reported ? State.VALUE : State.NOT_REPORTED,
        reported ? count : null);
  }

  /** Money in fen, told in yuan. */
  public static Figure yuan(
      UnitCode county, String indicator, String period, boolean reported, long fen) {
    return new Figure(
        county,
        indicator,
        period,
        reported ? State.VALUE : State.NOT_REPORTED,
        reported ? BigDecimal.valueOf(fen, 2).toPlainString() : null);
  }

  /** 100 × part ÷ whole, HALF_UP to two decimals; not applicable where the whole is zero. */
  public static Figure rate(
      UnitCode county, String indicator, String period, boolean reported, long part, long whole) {
    if (!reported || whole == 0) {
      State state = reported ? State.NOT_APPLICABLE : State.NOT_REPORTED;
      return new Figure(county, indicator, period, state, null);
    }
    String rate =
        HUNDRED
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
            .toPlainString();
    return new Figure(county, indicator, period, State.VALUE, rate);
  }
}
