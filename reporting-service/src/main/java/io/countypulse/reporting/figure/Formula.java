package io.countypulse.reporting.figure;

import io.countypulse.reporting.contribution.Measure;
import io.countypulse.reporting.contribution.Period;
import io.countypulse.reporting.contribution.Quantity;

/** How an indicator follows from sums (DOMAIN.md § 7). */
sealed interface Formula {

  /** A sum as it is. */
  record Amount(Measure measure) implements Formula {}

  /** What is left of the whole without the part. */
  record Difference(Measure whole, Measure part) implements Formula {}

  /** 100 × part ÷ whole; never averaged, and not applicable where the whole is zero. */
  record Rate(Measure part, Measure whole) implements Formula {}

  /** 100 × days of a stock this year to date ÷ last year's to the same date. */
  record DaysOnLastYear(Measure stock) implements Formula {}

  static Formula amount(Measure measure) {
    return new Amount(measure);
  }

  static Formula difference(Measure whole, Measure part) {
    return new Difference(whole, part);
  }

  static Formula rate(Measure part, Measure whole) {
    return new Rate(part, whole);
  }

  static Formula daysOnLastYear(Measure stock) {
    return new DaysOnLastYear(stock);
  }

  /** What it counts. */
  default Quantity quantity() {
    return switch (this) {
      case Amount(Measure measure) -> measure.quantity();
      case Difference(Measure whole, Measure _) -> whole.quantity();
      case Rate _, DaysOnLastYear _ -> Quantity.PERCENT;
    };
  }

  /** The kind of period it speaks of; none for what is made of stocks only. */
  default Period period() {
    return switch (this) {
      case Amount(Measure measure) -> measure.period();
      case Difference(Measure whole, Measure _) -> whole.period();
      case Rate(Measure _, Measure whole) -> whole.period();
      case DaysOnLastYear _ -> Period.YEAR;
    };
  }

  /** Whether it begins at zero with each period: a flow, or a rate of one. */
  default boolean beginsAtZero() {
    return switch (this) {
      case Amount(Measure measure) -> measure.period() != Period.NONE;
      case Difference(Measure whole, Measure _) -> whole.period() != Period.NONE;
      case Rate(Measure part, Measure _) -> part.period() != Period.NONE;
      case DaysOnLastYear _ -> false;
    };
  }

  /** Whether it looks at this measure. */
  default boolean contains(Measure wanted) {
    return switch (this) {
      case Amount(Measure measure) -> measure == wanted;
      case Difference(Measure whole, Measure part) -> whole == wanted || part == wanted;
      case Rate(Measure part, Measure whole) -> part == wanted || whole == wanted;
      case DaysOnLastYear(Measure stock) -> stock == wanted;
    };
  }
}
