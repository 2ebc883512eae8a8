package io.countypulse.bench;

/**
 * One side of a comparison: does the whole work once and tells how long the part that counts took.
 */
@FunctionalInterface
interface Measure {
  /**
   * Works through it once.
   *
   * @return seconds of the measured part; preparation and the check of the answer are outside it
   * @throws IllegalStateException when the answer is not the independently computed one: such a run
   *     counts for nothing
   */
  double seconds() throws Exception;
}
