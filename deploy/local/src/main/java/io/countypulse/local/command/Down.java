package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.Leftovers;
import io.countypulse.local.supervisor.RunLock;
import io.countypulse.local.supervisor.RunLock.Run;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code down}: ends the city, whether its supervisor lives or was killed. */
public final class Down {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Down() {}

  public static void run(StateFolder state, Screen screen) throws InterruptedException {
    if (!state.exists()) {
      screen.line("未在运行 · not running");
      return;
    }
    Optional<ProcessHandle> supervisor =
        RunLock.current(state).map(Run::process).flatMap(ProcessHandle::of);
    if (supervisor.isPresent()) {
      end(supervisor.get());
    }
    int others = Leftovers.end(state);
    boolean ran = supervisor.isPresent() || others > 0;
    screen.line(ran ? "已停止 · stopped" : "未在运行 · not running");
  }

  private static void end(ProcessHandle supervisor) throws InterruptedException {
    supervisor.destroy();
    try {
      supervisor.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      supervisor.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
