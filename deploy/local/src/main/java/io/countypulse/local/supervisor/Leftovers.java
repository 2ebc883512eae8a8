package io.countypulse.local.supervisor;

import io.countypulse.local.parts.PostgresProcess;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.StateFolder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of a city whose supervisor is gone, or is about to go. */
public final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Leftovers() {}

  /**
   * Ends every process of the city but this one: services, then the broker, then the database.
   *
   * @return how many there were
   */
  public static int end(StateFolder state) {
    List<ProcessHandle> services = others(state, false);
    end(services);
    List<ProcessHandle> brokers = others(state, true);
    end(brokers);
    int database = PostgresProcess.running(state.postgres()).isPresent() ? 1 : 0;
    PostgresProcess.stop(state.postgres(), state.log("postgres"));
    return services.size() + brokers.size() + database;
  }

  private static List<ProcessHandle> others(StateFolder state, boolean brokers) {
    return Mark.processes(state)
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> brokers == Mark.part(process).filter("kafka"::equals).isPresent())
        .toList();
  }

  private static void end(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (ProcessHandle process : processes) {
      if (!ended(process, end - System.nanoTime())) {
        process.destroyForcibly();
        ended(process, PATIENCE.toNanos());
      }
    }
  }

  private static boolean ended(ProcessHandle process, long nanoseconds) {
    try {
      process.onExit().get(Math.max(1, nanoseconds), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
