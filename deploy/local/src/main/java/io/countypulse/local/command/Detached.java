package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.RunLock;
import io.countypulse.local.supervisor.RunLock.Phase;
import io.countypulse.local.supervisor.RunLock.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code up --detach}: leaves the supervisor behind, and returns when the city is loaded. */
public final class Detached {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private Detached() {}

  /**
   * Starts the supervisor and repeats what it says until then.
   *
   * @param arguments those of {@code up}, without {@code --detach}
   * @return the exit code
   */
  public static int run(StateFolder state, List<String> arguments, Screen screen)
      throws InterruptedException {
    Optional<Run> running = RunLock.current(state);
    if (running.isPresent()) {
      screen.alreadyRunning(running.get().address());
      return 0;
    }
    Path log = state.create().log("supervisor");
    try {
      Process supervisor =
          new ProcessBuilder(command(arguments))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .start();
      return follow(supervisor, state, log, screen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int follow(Process supervisor, StateFolder state, Path log, Screen screen)
      throws IOException, InterruptedException {
    try (BufferedReader reader = Files.newBufferedReader(log)) {
      while (true) {
        boolean ended = supervisor.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        boolean loaded = RunLock.said(state).filter(run -> isLoaded(run, supervisor)).isPresent();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          screen.line(line);
        }
        if (ended) {
          return supervisor.exitValue();
        }
        if (loaded) {
          return 0;
        }
      }
    }
  }

  private static boolean isLoaded(Run run, Process supervisor) {
    return run.process() == supervisor.pid() && run.phase() == Phase.LOADED;
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add("nohup");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-jar");
    command.add(System.getProperty("java.class.path"));
    command.add("up");
    command.addAll(arguments);
    return command;
  }
}
