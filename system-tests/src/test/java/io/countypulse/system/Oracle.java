package io.countypulse.system;

import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The independent count: a program of its own over the input files, which shares no class with the
 * product.
 */
final class Oracle {
  /** The programs of the departments, each with what it reads of a city's folder. */
  private static final Map<String, List<String>> PROGRAMS =
      Map.of(
          "Figures.java", List.of("workers.csv", "targets.csv"),
          "CreditFigures.java", List.of(""),
          "SubsidyFigures.java", List.of(""));

  private Oracle() {}

  /**
   * Counts from the files, in the order they were imported.
   *
   * @return by unit code and column, {@code 530113 working} … {@code completion}: a number, or the
   *     name of the state
   */
  static Map<String, String> figures(LocalDate asOf, List<String> arguments) {
    return run("Figures.java", asOf, arguments);
  }

  /** Counts the loans of a city's folder, or of feeds in the order in which they were delivered. */
  static Map<String, String> credit(LocalDate asOf, List<String> arguments) {
    return run("CreditFigures.java", asOf, arguments);
  }

  /** Counts the travel subsidies and Yulu grants of a city's folder. */
  static Map<String, String> subsidy(LocalDate asOf, List<String> arguments) {
    return run("SubsidyFigures.java", asOf, arguments);
  }

  /**
   * Counts what all three departments' files of a city's folder say on each of some days, at the
   * same time.
   *
   * @param days two at least: the programs name days only where there are several
   * @return by day, unit code and column; loans' columns as {@code credit completion}
   */
  static Map<LocalDate, Map<String, String>> daily(Path city, List<LocalDate> days) {
    Map<LocalDate, Map<String, String>> all = new HashMap<>();
    PROGRAMS.entrySet().parallelStream()
        .map(
            program ->
                sections(
                    lines(
                        program.getKey(),
                        Stream.concat(
                                program.getValue().stream()
                                    .map(file -> city.resolve(file).toString()),
                                days.stream().map(LocalDate::toString))
                            .toList()),
                    program.getKey().equals("CreditFigures.java") ? " credit " : " "))
        .toList()
        .forEach(
            counted ->
                counted.forEach(
                    (day, cells) -> all.computeIfAbsent(day, _ -> new HashMap<>()).putAll(cells)));
    return all;
  }

  private static Map<String, String> run(String program, LocalDate asOf, List<String> arguments) {
    return cells(
        lines(program, Stream.concat(arguments.stream(), Stream.of(asOf.toString())).toList()),
        " ");
  }

  private static List<String> lines(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(RunningCity.project().resolve("demo-city/oracle").resolve(program).toString());
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The days of an output, each begun by {@code # 2024-06-10}. */
  private static Map<LocalDate, Map<String, String>> sections(List<String> lines, String between) {
    Map<LocalDate, Map<String, String>> days = new HashMap<>();
    for (int from = 0, to; from < lines.size(); from = to) {
      to = from + 1;
      while (to < lines.size() && !lines.get(to).startsWith("# ")) {
        to++;
      }
      days.put(
          LocalDate.parse(lines.get(from).substring(2)),
          cells(lines.subList(from + 1, to), between));
    }
    return days;
  }

  private static Map<String, String> cells(List<String> lines, String between) {
    Map<String, String> figures = new LinkedHashMap<>();
    List<String> header = List.of(lines.getFirst().split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      for (int column = 1; column < header.size(); column++) {
        figures.put(cells.getFirst() + between + header.get(column), cells.get(column));
      }
    }
    return figures;
  }
}
