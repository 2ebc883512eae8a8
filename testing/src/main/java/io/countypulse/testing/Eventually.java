package io.countypulse.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Waits for something that will hold, through restarts and refused connections on the way. */
public final class Eventually {
  private Eventually() {}

  /**
   * The first answer there is.
   *
   * @param attempt answers null, or throws, as long as it does not hold
   */
  public static <T> T get(String what, Duration limit, Callable<@Nullable T> attempt) {
    return Awaitility.await(what)
        .atMost(limit)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(attempt, answer -> answer != null);
  }

  public static void holds(String what, Duration limit, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(limit)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(condition);
  }
}
