package io.countypulse.local.command;

import io.countypulse.local.Screen;
import io.countypulse.local.parts.PostgresProcess;
import io.countypulse.local.state.Mark;
import io.countypulse.local.state.StateFolder;
import io.countypulse.local.supervisor.RunLock;
import io.countypulse.local.supervisor.RunLock.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code status}: what runs, and how much memory it takes. */
public final class Status {
  private Status() {}

  private record Line(String part, long process, long kibibytes) {
    static Line of(String part, Stream<ProcessHandle> processes) {
      List<ProcessHandle> all = processes.toList();
      return new Line(part, all.getFirst().pid(), all.stream().mapToLong(Memory::kibibytes).sum());
    }

    String text() {
      return "  %-12s pid %-8d %6d MiB".formatted(part, process, kibibytes >> 10);
    }
  }

  public static void run(StateFolder state, Screen screen) {
    Optional<Run> run = RunLock.current(state);
    screen.line(
        run.map(found -> "运行中 · running: %s (%s)".formatted(found.address(), found.phase()))
            .orElse("未在运行 · not running"));
    List<Line> lines = lines(state, run);
    lines.forEach(line -> screen.line(line.text()));
    if (!lines.isEmpty()) {
      long total = lines.stream().mapToLong(Line::kibibytes).sum();
      screen.line("  %-25s %6d MiB".formatted("合计 · total", total >> 10));
    }
  }

  private static List<Line> lines(StateFolder state, Optional<Run> run) {
    Stream<Line> supervisor =
        run.flatMap(found -> ProcessHandle.of(found.process())).stream()
            .map(process -> Line.of("supervisor", Stream.of(process)));
    Stream<Line> database =
        PostgresProcess.running(state.postgres()).stream()
            .map(
                process ->
                    Line.of("postgres", Stream.concat(Stream.of(process), process.descendants())));
    Stream<Line> others =
        Mark.processes(state)
            .map(process -> Line.of(Mark.part(process).orElse("?"), Stream.of(process)));
    return Stream.of(supervisor, database, others)
        .flatMap(lines -> lines)
        .sorted(Comparator.comparing(Line::part))
        .toList();
  }
}
