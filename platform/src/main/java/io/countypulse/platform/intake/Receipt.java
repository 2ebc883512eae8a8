package io.countypulse.platform.intake;

import java.util.UUID;

/** The answer to a file handed in. */
sealed interface Receipt {

  /** Stored, and in the queue. */
  record Queued(UUID importId) implements Receipt {}

  /** The same file for the same purpose was still at work when this one began to arrive. */
  record AlreadyAtWork(UUID importId) implements Receipt {}

  /** Longer than the limit; nothing was kept. */
  record TooLarge(long limit) implements Receipt {}
}
