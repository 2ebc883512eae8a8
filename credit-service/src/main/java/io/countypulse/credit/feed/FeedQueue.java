package io.countypulse.credit.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that run feeds. They are woken by every feed this instance takes in and look by
 * themselves now and then for those of others, or of an instance that died.
 */
@Component
class FeedQueue implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(FeedQueue.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final int THREADS = 2;

  private final FeedRunner runner;
  private final FeedStore store;
  private final Semaphore bell = new Semaphore(0);
  private final ConcurrentMap<UUID, CompletableFuture<UUID>> awaited = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  FeedQueue(FeedRunner runner, FeedStore store) {
    this.runner = runner;
    this.store = store;
  }

  /** There is a new feed in the queue. */
  void wake() {
    bell.release(THREADS);
  }

  /**
   * Waits until a feed was answered, by this instance or another.
   *
   * @return false if it was not within the time; its receipt comes later
   */
  boolean await(UUID feed, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    CompletableFuture<UUID> done = awaited.computeIfAbsent(feed, _ -> new CompletableFuture<>());
    try {
      wake();
      while (store.isWaiting(feed)) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        done.completeOnTimeout(feed, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS).join();
        done = new CompletableFuture<>();
        awaited.put(feed, done);
      }
      return true;
    } finally {
      awaited.remove(feed);
    }
  }

  @Override
  public synchronized void start() {
    if (!running) {
      running = true;
      for (int number = 1; number <= THREADS; number++) {
        threads.add(Thread.ofPlatform().daemon().name("feed-runner-" + number).start(this::work));
      }
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    while (running) {
      if (!ranOne()) {
        rest();
      }
    }
  }

  private boolean ranOne() {
    try {
      return runner
          .runNext()
          .map(
              feed -> {
                CompletableFuture<UUID> done = awaited.get(feed);
                if (done != null) {
                  done.complete(feed);
                }
                bell.release(); // the next of its bank may be waiting
                return true;
              })
          .orElse(false);
    } catch (RuntimeException failed) {
      LOG.warn("a feed was interrupted and will be run again: {}", failed.toString());
      return false;
    }
  }

  private void rest() {
    try {
      if (bell.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      store.forgetHalfReceived();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      LOG.warn("the queue of feeds could not be tidied: {}", failed.toString());
    }
  }
}
