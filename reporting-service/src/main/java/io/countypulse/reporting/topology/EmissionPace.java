package io.countypulse.reporting.topology;

/**
 * How often partitions of one number emit. Each emission is a transaction its records wait for: a
 * single change is emitted at once, a file full of them in ever larger steps, and its last ones as
 * soon as no more come.
 */
final class EmissionPace {

  private static final long SHORTEST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 1_600;
  private static final int CROWD = 100;
  private static final int PAUSES_IN_A_GAP = 4;
  private static final long REST_PER_WORK = 4;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private long lastMillis = Long.MIN_VALUE / 2;
  private long gapMillis = SHORTEST_MILLIS;
  private long busyMillis = Long.MIN_VALUE / 2;
  private int records;
  private int recordsBefore;

  /** A record came in. */
  void heard() {
    records++;
  }

  /** Whether what has changed is to be emitted now; asked every few milliseconds. */
  boolean due(long nowMillis) {
    if (records != recordsBefore) {
      recordsBefore = records;
      busyMillis = nowMillis;
    }
    long since = nowMillis - lastMillis;
    boolean pause = nowMillis - busyMillis >= gapMillis / PAUSES_IN_A_GAP;
    return since >= gapMillis || (pause && since >= SHORTEST_MILLIS);
  }

  void emitted(long nowMillis, long costNanos) {
    long rest = REST_PER_WORK * costNanos / NANOS_PER_MILLI;
    long next = records >= CROWD ? 2 * gapMillis : SHORTEST_MILLIS;
    gapMillis = Math.min(Math.max(next, rest), LONGEST_MILLIS);
    lastMillis = nowMillis;
    records = 0;
    recordsBefore = 0;
  }
}
