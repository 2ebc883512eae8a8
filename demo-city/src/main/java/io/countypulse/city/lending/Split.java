package io.countypulse.city.lending;

import io.countypulse.city.people.Dice;
import java.util.Arrays;

/** Splits money at random into parts that sum to it exactly. */
final class Split {

  private Split() {}

  /**
   * As many parts, most of them as large as they may be.
   *
   * @param step every part is a multiple of it, as the whole is
   * @throws IllegalArgumentException if the parts cannot hold the whole
   */
  static long[] full(long whole, int parts, long step, Dice dice) {
    long[] split = new long[parts];
    Arrays.fill(split, Loan.CAP);
    take(split, parts * Loan.CAP - whole, step, 8 * step, dice);
    return split;
  }

  /** As many parts of very different size. */
  static long[] wide(long whole, int parts, long step, Dice dice) {
    long[] split = new long[parts];
    for (int i = 0; i < parts; i++) {
      split[i] = dice.chance(0.45) ? Loan.CAP : step * (1 + dice.below((int) (Loan.CAP / step)));
    }
    long excess = Arrays.stream(split).sum() - whole;
    take(split, Math.max(excess, 0), step, Loan.CAP / 4, dice);
    give(split, Math.max(-excess, 0), step, dice);
    return split;
  }

  private static void take(long[] split, long excess, long step, long atOnce, Dice dice) {
    require(excess >= 0 && split.length * step <= Arrays.stream(split).sum() - excess, split);
    long rest = excess;
    while (rest > 0) {
      int i = dice.below(split.length);
      long most = Math.min(rest, Math.min(split[i] - step, atOnce));
      long part = step * dice.below((int) (most / step) + 1);
      part = most > 0 && part == 0 ? Math.min(step, most) : part;
      split[i] -= part;
      rest -= part;
    }
  }

  private static void give(long[] split, long missing, long step, Dice dice) {
    require(missing <= split.length * Loan.CAP - Arrays.stream(split).sum(), split);
    long rest = missing;
    while (rest > 0) {
      int i = dice.below(split.length);
      long most = Math.min(rest, Loan.CAP - split[i]);
      long part = Math.min(most, step * (1 + dice.below((int) (Loan.CAP / step / 4))));
      split[i] += part;
      rest -= part;
    }
  }

  private static void require(boolean holds, long[] split) {
    if (!holds) {
      throw new IllegalArgumentException("not to be split into " + split.length);
    }
  }
}
