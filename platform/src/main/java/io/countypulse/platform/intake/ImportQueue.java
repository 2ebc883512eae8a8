package io.countypulse.platform.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread that runs imports. It is woken by every upload of this instance and looks by
 * itself now and then for those of others, or of an instance that died. Stopping interrupts the
 * import at work; it is run again at the next start.
 */
final class ImportQueue implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

  private final ImportRunner runner;
  private final Housekeeping housekeeping;
  private final Duration pause;
  private final Semaphore bell = new Semaphore(0);
  private volatile @Nullable Thread thread;

  ImportQueue(ImportRunner runner, Housekeeping housekeeping, Duration pause) {
    this.runner = runner;
    this.housekeeping = housekeeping;
    this.pause = pause;
  }

  void wake() {
    bell.release();
  }

  @Override
  public synchronized void start() {
    if (!isRunning()) {
      Thread working = Thread.ofPlatform().daemon().name("import-runner").unstarted(this::work);
      thread = working; // before it looks
      working.start();
    }
  }

  @Override
  public synchronized void stop() {
    Thread working = thread;
    thread = null;
    if (working != null) {
      working.interrupt();
      try {
        working.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void work() {
    while (Thread.currentThread().equals(thread)) {
      if (!ranOne()) {
        rest();
      }
    }
  }

  private boolean ranOne() {
    try {
      boolean ran = runner.runNext();
      housekeeping.tidyIfDue();
      return ran;
    } catch (ImportRunner.Interrupted interrupted) {
      return false;
    } catch (RuntimeException failed) {
      LOG.warn("the queue of imports could not be read: {}", failed.toString());
      return false;
    }
  }

  private void rest() {
    try {
      if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
