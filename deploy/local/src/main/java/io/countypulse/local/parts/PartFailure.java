package io.countypulse.local.parts;

/**
 * A part could not be started, prepared or stopped; the message says which and what its log ends
 * with.
 */
public final class PartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PartFailure(String message) {
    super(message);
  }

  public PartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
