package io.countypulse.local.supervisor;

import io.countypulse.local.Screen;
import io.countypulse.local.parts.PartFailure;
import io.countypulse.local.parts.Running;
import io.countypulse.local.state.StateFolder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps the processes of one city running, and ends them in order: services before parts. */
public final class Supervisor {
  private final StateFolder state;
  private final Screen screen;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final List<Child<?>> parts = new CopyOnWriteArrayList<>();
  private final List<Child<?>> services = new CopyOnWriteArrayList<>();

  public Supervisor(StateFolder state, Screen screen) {
    this.state = state;
    this.screen = screen;
  }

  /** Starts a part, which services need as long as they live, and keeps it running. */
  public <R extends Running> R part(String name, Supplier<R> start) {
    return keep(name, start, parts);
  }

  /** Starts a service and keeps it running. */
  public <R extends Running> R service(String name, Supplier<R> start) {
    return keep(name, start, services);
  }

  public boolean isEnding() {
    return ending.getCount() == 0;
  }

  /** Waits so long, less if somebody asks for the end; gives whether somebody did. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return ending.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until somebody asks for the end. */
  public void awaitEnd() throws InterruptedException {
    ending.await();
  }

  /** Ends everything; nothing of the city runs afterwards. */
  public void end() {
    ending.countDown();
    stop(services);
    stop(parts);
    // What was about to start at this moment is in no list.
    Leftovers.end(state);
  }

  private <R extends Running> R keep(String name, Supplier<R> start, List<Child<?>> among) {
    if (isEnding()) {
      throw new PartFailure(name + ": stopping");
    }
    Child<R> child = Child.keep(name, start, screen, ending);
    among.add(child);
    return child.running();
  }

  private static void stop(List<Child<?>> children) {
    List<Thread> stopping =
        children.stream().map(child -> Thread.ofVirtual().start(child::stop)).toList();
    try {
      for (Thread thread : stopping) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
