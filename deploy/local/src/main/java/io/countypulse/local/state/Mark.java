package io.countypulse.local.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what a process on this machine is known as a part of a city: its own command line. Unlike a
 * recorded process number it cannot be out of date.
 *
 * @param part what it is
 */
public record Mark(StateFolder state, String part) {
  private static final String STATE = "-Dpulse.state=";
  private static final String PART = "-Dpulse.part=";

  /** Options that change nothing but the command line of a JVM. */
  public List<String> jvmOptions() {
    return List.of(STATE + state.root(), PART + part);
  }

  /** The JVMs of this city that run, by whomever they were started. */
  public static Stream<ProcessHandle> processes(StateFolder state) {
    String mark = STATE + state.root();
    return ProcessHandle.allProcesses().filter(process -> arguments(process).contains(mark));
  }

  /** Which part this process is. */
  public static Optional<String> part(ProcessHandle process) {
    return arguments(process).stream()
        .filter(argument -> argument.startsWith(PART))
        .map(argument -> argument.substring(PART.length()))
        .findFirst();
  }

  /** Whether a process of this machine was started with something in this folder. */
  public static boolean isUsed(Path folder) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> arguments(process).stream())
        .anyMatch(argument -> argument.contains(folder.toString()));
  }

  private static List<String> arguments(ProcessHandle process) {
    Path whole = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      // The process handle itself gives up on command lines longer than a page of memory.
      String line = new String(Files.readAllBytes(whole), StandardCharsets.UTF_8);
      return List.of(line.split("\0", -1));
    } catch (IOException e) {
      return process.info().arguments().map(List::of).orElse(List.of());
    }
  }
}
