package io.countypulse.city.people;

import java.util.List;

/**
 * Chance with a seed: SplitMix64 (Steele, Lea, Flood 2014), written out so that the same seed draws
 * the same on every Java.
 */
public final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** Dice of their own for each purpose, so that units can be drawn in any order. */
  public Dice(long seed, String purpose) {
    state = mixed(seed * GOLDEN + mixed(purpose.hashCode()));
  }

  /** The next 64 bits. */
  public long bits() {
    state += GOLDEN;
    return mixed(state);
  }

  /** From 0 to {@code bound} − 1. */
  public int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  /** From {@code least} to {@code most}, both included. */
  public int between(int least, int most) {
    return least + below(most - least + 1);
  }

  public double fraction() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  public boolean chance(double probability) {
    return fraction() < probability;
  }

  /** A waiting time of the given mean: short ones are likely, long ones rare. */
  public int exponential(double mean) {
    return (int) (-StrictMath.log(1 - fraction()) * mean);
  }

  public <T> T pick(List<T> among) {
    return among.get(below(among.size()));
  }

  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
