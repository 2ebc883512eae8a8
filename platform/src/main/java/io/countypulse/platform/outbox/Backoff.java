package io.countypulse.platform.outbox;

import java.time.Duration;

/** How long to wait before trying again: twice as long each time, ten seconds at most. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Duration next = FIRST;

  Duration next() {
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return wait;
  }

  /** It worked. */
  void reset() {
    next = FIRST;
  }
}
