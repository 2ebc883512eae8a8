package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.parts.PostgresProcess;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.RunLock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code status}: what runs, and how much memory it takes. */
public final class Status {
  private Status() {}

  private record Line(String part, ProcessHandle process) {
    long kibibytes() {
      return Stream.concat(Stream.of(process), process.descendants())
          .mapToLong(Memory::kibibytes)
          .sum();
    }
  }

  public static void run(StateFolder state, Screen screen) {
    var run = RunLock.current(state);
    screen.line(
        run.map(found -> "运行中 · running: %s (%s)".formatted(found.address(), found.phase()))
            .orElse("未在运行 · not running"));
    List<Line> lines = lines(state);
    for (Line line : lines) {
      screen.line(
          "  %-12s pid %-8d %5d MiB"
              .formatted(line.part(), line.process().pid(), line.kibibytes() >> 10));
    }
    run.flatMap(found -> ProcessHandle.of(found.process()))
        .ifPresent(
            supervisor ->
                screen.line(
                    "  %-12s pid %-8d %5d MiB"
                        .formatted(
                            "supervisor", supervisor.pid(), Memory.kibibytes(supervisor) >> 10)));
    long total = lines.stream().mapToLong(Line::kibibytes).sum();
    if (!lines.isEmpty()) {
      screen.line("  合计 · total %d MiB".formatted(total >> 10));
    }
  }

  private static List<Line> lines(StateFolder state) {
    return Stream.concat(
            PostgresProcess.running(state.postgres()).stream()
                .map(process -> new Line("postgres", process)),
            Mark.processes(state).map(process -> new Line(Mark.part(process).orElse("?"), process)))
        .sorted(Comparator.comparing(Line::part))
        .toList();
  }
}
