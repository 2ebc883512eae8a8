package io.countypulse.local.parts;

/** A process that was started and answers. */
public interface Running {
  ProcessHandle handle();

  /** Ends it in order, and waits until it is gone. */
  void stop();
}
