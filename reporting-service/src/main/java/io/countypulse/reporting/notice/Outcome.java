package io.countypulse.reporting.notice;

import org.jspecify.annotations.Nullable;

/** How sending a message went. */
sealed interface Outcome {

  /** It was taken. */
  record Delivered() implements Outcome {
    @Override
    public @Nullable String problem() {
      return null;
    }
  }

  /**
   * It was not, or nobody knows.
   *
   * @param problem what an office can act on; never an address or a secret
   */
  record Failed(String problem) implements Outcome {}

  /** Why it was not; null where it was. */
  @Nullable String problem();
}
