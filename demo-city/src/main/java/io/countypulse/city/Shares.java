package io.countypulse.city;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits a whole into integers that sum to it exactly, by largest remainder. */
final class Shares {

  private Shares() {}

  static int[] of(int whole, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double unit = whole / sum;
    int[] shares = new int[weights.length];
    int rest = whole;
    for (int i = 0; i < weights.length; i++) {
      shares[i] = (int) (weights[i] * unit);
      rest -= shares[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> shares[i] - weights[i] * unit))
        .limit(rest)
        .forEach(i -> shares[i]++);
    return shares;
  }
}
