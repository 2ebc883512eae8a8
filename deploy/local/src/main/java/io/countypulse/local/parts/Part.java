package io.countypulse.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One started process with the log it writes to. */
public record Part(String name, Process process, Path log) {
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Starts the command; its output is appended to the log, and it outlives this JVM. */
  public static Part start(String name, List<String> command, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      process.getOutputStream().close();
      return new Part(name, process, log);
    } catch (IOException e) {
      throw new PartFailure(name + " cannot be started", e);
    }
  }

  /** Waits until the question is answered with true; an exception counts as "not yet". */
  public Part awaitReady(Duration patience, Callable<Boolean> ready) {
    long end = System.nanoTime() + patience.toNanos();
    Exception last = new TimeoutException();
    while (System.nanoTime() < end) {
      try {
        if (ready.call()) {
          return this;
        }
      } catch (Exception e) {
        last = e;
      }
      if (exited(PAUSE)) {
        throw new PartFailure(name + " ended with " + process.exitValue() + ": " + lastLines());
      }
    }
    process.destroyForcibly();
    throw new PartFailure(
        name + " is not ready after " + patience.toSeconds() + " s: " + lastLines(), last);
  }

  /** Asks the process to end; one that is deaf until the end of patience is killed. */
  public void stop(Duration patience) {
    process.destroy();
    if (!exited(patience)) {
      process.destroyForcibly();
    }
  }

  /** Whether it ended within this time. */
  public boolean exited(Duration patience) {
    try {
      return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailure(name + ": interrupted", e);
    }
  }

  /** Waits for its good end; any other is a failure. */
  public void run(Duration patience) {
    if (!exited(patience)) {
      process.destroyForcibly();
      throw new PartFailure(name + " took longer than " + patience.toSeconds() + " s");
    }
    if (process.exitValue() != 0) {
      throw new PartFailure(name + " ended with " + process.exitValue() + ": " + lastLines());
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readString(log).lines().toList();
      return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException e) {
      return "no log at " + log;
    }
  }
}
