package io.countypulse.reporting.topology;

/**
 * How often a partition emits: at once after a quiet time, so that a change is seen soon; under
 * load seldom enough that emitting costs no more than a fifth of the time.
 */
final class EmissionPace {

  private static final long SHORTEST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 2_000;
  private static final long CELLS_PER_MILLI = 20;
  private static final long REST_PER_WORK = 4;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private long lastMillis = Long.MIN_VALUE / 2;
  private long restMillis;

  /** Whether so many changed cells are worth an emission now. */
  boolean due(long nowMillis, int cells) {
    long gap = Math.max(SHORTEST_MILLIS, Math.max(restMillis, cells / CELLS_PER_MILLI));
    return nowMillis - lastMillis >= Math.min(gap, LONGEST_MILLIS);
  }

  void emitted(long nowMillis, long costNanos) {
    lastMillis = nowMillis;
    restMillis = REST_PER_WORK * costNanos / NANOS_PER_MILLI;
  }
}
