package io.countypulse.reporting.figure;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The newest snapshot, and a place to wait for the next. */
public final class Snapshots {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Snapshot current;

  Snapshots(Snapshot first) {
    current = first;
  }

  /** The newest. */
  public Snapshot current() {
    return current;
  }

  /** The newest as soon as it is another one than this, or after a while even if it is not. */
  public Snapshot next(Snapshot seen, long millis) throws InterruptedException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (current == seen && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  /** The newest as soon as its figures are others than these, or after a while even if not. */
  public Snapshot nextFrame(Snapshot seen, long millis) throws InterruptedException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (current.frame() == seen.frame() && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  void publish(Snapshot snapshot) {
    lock.lock();
    try {
      current = snapshot;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
