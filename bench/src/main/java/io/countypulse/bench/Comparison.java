package io.countypulse.bench;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/**
 * Ours against a baseline that does the same work with a plain tool on the same machine in the same
 * run (ARCHITECTURE: targets as ratios).
 *
 * @param ratio of baseline seconds and our seconds
 * @param unit of what {@code ratio} gives: × or s
 * @param goal how the ratio is to compare with {@code target}
 */
record Comparison(
    String name,
    String against,
    Measure baseline,
    Measure ours,
    DoubleBinaryOperator ratio,
    String unit,
    Goal goal,
    double target) {

  enum Goal {
    AT_LEAST("≥"),
    AT_MOST("≤");

    final String sign;

    Goal(String sign) {
      this.sign = sign;
    }

    boolean met(double value, double target) {
      return switch (this) {
        case AT_LEAST -> value >= target;
        case AT_MOST -> value <= target;
      };
    }
  }

  /** Ours reaches this share of the baseline's speed; more is better. */
  static Comparison shareOfSpeed(
      String name, String against, Measure baseline, Measure ours, double target) {
    return new Comparison(
        name, against, baseline, ours, (base, own) -> base / own, "×", Goal.AT_LEAST, target);
  }

  /** Ours takes this many times the baseline's time; less is better. */
  static Comparison timesAsLong(
      String name, String against, Measure baseline, Measure ours, double target) {
    return new Comparison(
        name, against, baseline, ours, (base, own) -> own / base, "×", Goal.AT_MOST, target);
  }

  /** Ours takes at most so many seconds; the baseline stands beside it. */
  static Comparison withinSeconds(
      String name, String against, Measure baseline, Measure ours, double seconds) {
    return new Comparison(
        name, against, baseline, ours, (base, own) -> own, "s", Goal.AT_MOST, seconds);
  }

  /** Runs one unmeasured warm-up of each side, then the pairs interleaved A-B-B-A. */
  Row run(int pairs) throws Exception {
    baseline.seconds();
    ours.seconds();
    double[] base = new double[pairs];
    double[] own = new double[pairs];
    double[] ratios = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      if (pair % 2 == 0) {
        base[pair] = baseline.seconds();
        own[pair] = ours.seconds();
      } else {
        own[pair] = ours.seconds();
        base[pair] = baseline.seconds();
      }
      ratios[pair] = ratio.applyAsDouble(base[pair], own[pair]);
      System.out.printf(
          Locale.ROOT,
          "  %s, pair %d: baseline %.3f s, ours %.3f s, ratio %.3f%n",
          name,
          pair + 1,
          base[pair],
          own[pair],
          ratios[pair]);
    }
    Spread spread = Spread.of(ratios);
    return new Row(
        name,
        against,
        Spread.of(base).format("s"),
        Spread.of(own).format("s"),
        spread.format(unit),
        goal.sign + " " + target,
        goal.met(spread.median(), target));
  }

  /** One line of the printed table. */
  record Row(
      String metric,
      String against,
      String baseline,
      String ours,
      String ratio,
      String target,
      boolean met) {}
}
