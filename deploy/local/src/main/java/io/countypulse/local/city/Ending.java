package io.countypulse.local.city;

import java.time.Duration;

/** Whether the platform is about to stop. */
@FunctionalInterface
public interface Ending {

  /** Waits so long and no longer; returns at once, true, when the platform is about to stop. */
  boolean within(Duration time) throws InterruptedException;

  default boolean now() throws InterruptedException {
    return within(Duration.ZERO);
  }
}
