package io.countypulse.reporting.topology;

import org.jspecify.annotations.Nullable;

/** A record that no figure can be made of; it becomes a dead letter and the stream goes on. */
final class UnreadableEvent extends RuntimeException {

  /** Why, as the dead letter says it. */
  enum Reason {
    NO_KEY,
    NO_VALUE,
    UNKNOWN_TYPE,
    MALFORMED
  }

  private final Reason reason;

  UnreadableEvent(Reason reason, @Nullable Throwable cause) {
    super(reason.name(), cause, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
