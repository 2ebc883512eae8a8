package io.countypulse.reporting.rule;

import io.countypulse.reporting.contribution.Quantity;
import io.countypulse.reporting.figure.Indicator;
import io.countypulse.reporting.figure.IndicatorName;
import io.countypulse.reporting.figure.Reading;
import io.countypulse.reporting.figure.State;
import io.countypulse.reporting.figure.UnitHistory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks at: an indicator, or one as per cent of another, HALF_UP to two decimals.
 *
 * @param whole null for an indicator by itself
 */
public record Operand(Indicator figure, @Nullable Indicator whole) {

  private static final String OVER = " / ";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Reads {@code credit.overdue_rate} or {@code calls.problem_numbers / calls.made}. */
  static Optional<Operand> parse(String text) {
    String[] parts = text.strip().split("\\s*/\\s*", 2);
    Optional<Indicator> figure = Indicator.find(parts[0]);
    if (parts.length == 1) {
      return figure.map(each -> new Operand(each, null));
    }
    Optional<Indicator> whole = Indicator.find(parts[1]);
    return figure.flatMap(each -> whole.map(other -> new Operand(each, other)));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return whole == null ? figure.code() : figure.code() + OVER + whole.code();
  }

  Quantity quantity() {
    return whole == null ? figure.quantity() : Quantity.PERCENT;
  }

  /**
   * A rate is the city's as well as a county's; a count of the city says little (DOMAIN.md § 8).
   */
  boolean isRate() {
    return quantity() == Quantity.PERCENT;
  }

  IndicatorName name() {
    IndicatorName name = IndicatorName.of(figure);
    if (whole == null) {
      return name;
    }
    IndicatorName of = IndicatorName.of(whole);
    return new IndicatorName(name.zh() + "占" + of.zh() + "的比例", name.en() + " of " + of.en());
  }

  /** Its value on a day; null unless there is one. */
  @Nullable BigDecimal on(LocalDate day, UnitHistory unit) {
    BigDecimal part = unit.on(day, figure).value();
    return whole == null ? part : percent(part, unit.on(day, whole).value());
  }

  /** Its value a month before a day, in the day's period. */
  @Nullable BigDecimal monthBefore(LocalDate day, UnitHistory unit) {
    BigDecimal part = unit.monthBefore(day, figure);
    return whole == null ? part : percent(part, unit.monthBefore(day, whole));
  }

  /** How many it speaks of: those asked, those entitled. */
  BigDecimal asked(LocalDate day, UnitHistory unit) {
    if (whole == null) {
      return BigDecimal.valueOf(unit.whole(day, figure));
    }
    BigDecimal value = unit.on(day, whole).value();
    return value == null ? BigDecimal.ZERO : value;
  }

  /** Whether a quotient has something to be divided by. */
  boolean isDefined(LocalDate day, UnitHistory unit) {
    return whole == null || asked(day, unit).signum() != 0;
  }

  boolean isReported(LocalDate day, UnitHistory unit) {
    Reading reading = unit.on(day, figure);
    return reading.state() != State.NOT_REPORTED;
  }

  private static @Nullable BigDecimal percent(
      @Nullable BigDecimal part, @Nullable BigDecimal whole) {
    return part == null || whole == null || whole.signum() == 0
        ? null
        : HUNDRED.multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
  }
}
