package io.countypulse.credit.calendar;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks again and again whether time has made a feed missing. */
final class CalendarWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

  private final MissingFeeds missing;
  private final Duration pause;
  private CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;

  CalendarWatch(MissingFeeds missing, Duration pause) {
    this.missing = missing;
    this.pause = pause;
  }

  @Override
  public synchronized void start() {
    stopped = new CountDownLatch(1);
    thread = Thread.ofPlatform().daemon().name("calendar-watch").start(this::watch);
  }

  @Override
  public synchronized void stop() {
    thread = null;
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void watch() {
    try {
      while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      missing.mark();
    } catch (RuntimeException failed) {
      LOG.warn("missing feeds could not be looked for: {}", failed.toString());
    }
  }
}
