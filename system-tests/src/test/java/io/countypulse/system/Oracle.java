package io.countypulse.system;

import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The independent count: a program of its own over the input files, which shares no class with the
 * product.
 */
final class Oracle {
  private Oracle() {}

  /**
   * Counts from the files, in the order they were imported.
   *
   * @return by unit code and column, {@code 530113 working} … {@code completion}: a number, or the
   *     name of the state
   */
  static Map<String, String> figures(LocalDate asOf, List<String> arguments) throws IOException {
    return run("Figures.java", asOf, arguments);
  }

  /** Counts the loans of a city's folder, or of feeds in the order in which they were delivered. */
  static Map<String, String> credit(LocalDate asOf, List<String> arguments) throws IOException {
    return run("CreditFigures.java", asOf, arguments);
  }

  /** Counts the travel subsidies and Yulu grants of a city's folder. */
  static Map<String, String> subsidy(LocalDate asOf, List<String> arguments) throws IOException {
    return run("SubsidyFigures.java", asOf, arguments);
  }

  private static Map<String, String> run(String program, LocalDate asOf, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(RunningCity.project().resolve("demo-city/oracle").resolve(program).toString());
    command.addAll(arguments);
    command.add(asOf.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> figures = new LinkedHashMap<>();
    List<String> lines = output.lines().toList();
    List<String> header = List.of(lines.getFirst().split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      for (int column = 1; column < header.size(); column++) {
        figures.put(cells.getFirst() + " " + header.get(column), cells.get(column));
      }
    }
    return figures;
  }
}
