package io.countypulse.local.supervisor;

import io.countypulse.local.Screen;
import io.countypulse.local.parts.PartFailure;
import io.countypulse.local.parts.Running;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A process that is started again, after a pause, whenever it ends unasked. */
final class Child<R extends Running> {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String name;
  private final Supplier<R> start;
  private final Screen screen;
  private final CountDownLatch ending;
  private volatile R running;

  private Child(String name, Supplier<R> start, Screen screen, CountDownLatch ending, R running) {
    this.name = name;
    this.start = start;
    this.screen = screen;
    this.ending = ending;
    this.running = running;
  }

  /**
   * Starts it and keeps it running until {@code ending}.
   *
   * @throws PartFailure if the first start fails
   */
  static <R extends Running> Child<R> keep(
      String name, Supplier<R> start, Screen screen, CountDownLatch ending) {
    Child<R> child = new Child<>(name, start, screen, ending, start.get());
    Thread.ofVirtual().name("watch " + name).start(child::watch);
    return child;
  }

  R running() {
    return running;
  }

  void stop() {
    running.stop();
  }

  private void watch() {
    Duration pause = SHORTEST_PAUSE;
    while (true) {
      running.handle().onExit().join();
      if (ends(pause)) {
        return;
      }
      try {
        running = start.get();
        screen.step(name + " 已重新启动", name + " runs again");
        pause = SHORTEST_PAUSE;
      } catch (PartFailure failure) {
        screen.step(name + " 未能启动", String.valueOf(failure.getMessage()));
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
      }
    }
  }

  private boolean ends(Duration pause) {
    try {
      if (ending.getCount() > 0) {
        screen.step(name + " 意外退出，即将重启", name + " ended unasked and is started again");
      }
      return ending.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
