package io.countypulse.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the independent programs beside this module. */
final class Oracle {

  private Oracle() {}

  /** The figures of employment. */
  static List<String> figures(Object... words) throws IOException, InterruptedException {
    return run("Figures.java", words);
  }

  /** The figures of microcredit. */
  static List<String> creditFigures(Object... words) throws IOException, InterruptedException {
    return run("CreditFigures.java", words);
  }

  /** The figures of travel subsidies and Yulu grants. */
  static List<String> subsidyFigures(Object... words) throws IOException, InterruptedException {
    return run("SubsidyFigures.java", words);
  }

  private static List<String> run(String program, Object... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dstdout.encoding=UTF-8");
    command.add(Path.of("oracle", program).toString());
    for (Object word : words) {
      command.add(word.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = out.lines().toList();
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join("\n", lines));
      }
      return lines;
    }
  }
}
