package io.countypulse.system;

import io.countypulse.testing.RunningCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tables without quotes: the files of a city, and the bulletin's tables it was made from. */
final class Csv {
  private Csv() {}

  /** A row's cells by their column. */
  record Row(Map<String, String> cells) {
    String cell(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  /** The rows of a file, each by its header. */
  static List<Row> table(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> header = List.of(lines.getFirst().split(",", -1));
      return lines.subList(1, lines.size()).stream().map(line -> row(header, line)).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The rows of one of Kunming's tables of 14 June 2024. */
  static List<Row> kunming(String file) {
    return table(
        RunningCity.project().resolve("demo-city/src/main/resources/kunming").resolve(file));
  }

  private static Row row(List<String> header, String line) {
    String[] cells = line.split(",", -1);
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), i < cells.length ? cells[i] : "");
    }
    return new Row(row);
  }
}
