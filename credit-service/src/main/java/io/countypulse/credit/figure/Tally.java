package io.countypulse.credit.figure;

import io.countypulse.credit.figure.Figure.State;
import io.countypulse.credit.loan.Yuan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one unit as of a day, money in fen.
 *
 * @param loans issued by the day
 * @param positions that told of a loan there, on the day or before
 * @param target null without one
 */
record Tally(
    long loans,
    long positions,
    long issued,
    long issuedHouseholds,
    long outstanding,
    long overdue,
    long overdueHouseholds,
    @Nullable Long target) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, null);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Tally plus(Tally other) {
    return new Tally(
        loans + other.loans,
        positions + other.positions,
        issued + other.issued,
        issuedHouseholds + other.issuedHouseholds,
        outstanding + other.outstanding,
        overdue + other.overdue,
        overdueHouseholds + other.overdueHouseholds,
        target == null
            ? other.target
            : Long.valueOf(other.target == null ? target : target + other.target));
  }

  State state(Indicator indicator) {
    boolean reported = target != null || loans > 0 || positions > 0;
    return switch (indicator) {
      case TARGET ->
          !reported ? State.NOT_REPORTED : target == null ? State.NO_TARGET : State.VALUE;
      case COMPLETION_RATE ->
          !reported
              ? State.NOT_REPORTED
              : target == null ? State.NO_TARGET : target == 0 ? State.NOT_APPLICABLE : State.VALUE;
      case ISSUED, ISSUED_HOUSEHOLDS -> reported ? State.VALUE : State.NOT_REPORTED;
      case OUTSTANDING, OVERDUE, OVERDUE_HOUSEHOLDS ->
          positions > 0 ? State.VALUE : State.NOT_REPORTED;
      case OVERDUE_RATE ->
          positions == 0
              ? State.NOT_REPORTED
              : outstanding == 0 ? State.NOT_APPLICABLE : State.VALUE;
    };
  }

  /** The value in the state VALUE, else null. */
  @Nullable Object value(Indicator indicator) {
    if (state(indicator) != State.VALUE) {
      return null;
    }
    return switch (indicator) {
      case TARGET -> target == null ? null : Yuan.text(target);
      case ISSUED -> Yuan.text(issued);
      case ISSUED_HOUSEHOLDS -> issuedHouseholds;
      case COMPLETION_RATE -> target == null ? null : rate(issued, target);
      case OUTSTANDING -> Yuan.text(outstanding);
      case OVERDUE -> Yuan.text(overdue);
      case OVERDUE_HOUSEHOLDS -> overdueHouseholds;
      case OVERDUE_RATE -> rate(overdue, outstanding);
    };
  }

  /** 100 × part ÷ whole, HALF_UP to two decimals. */
  private static String rate(long part, long whole) {
    return HUNDRED
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
