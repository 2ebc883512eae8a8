package io.countypulse.system;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Takes some people's rows out of a generated workers file (plain commas, no quotes) and edits
 * them.
 */
record WorkersCsv(List<String> header, Map<String, List<List<String>>> people) {

  /** The first people of a county, with all their rows. */
  static WorkersCsv of(Path file, String county, int count) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      var rows = lines.iterator();
      List<String> header = cells(rows.next());
      Map<String, List<List<String>>> people = new LinkedHashMap<>();
      while (rows.hasNext()) {
        List<String> row = cells(rows.next());
        String person = row.get(header.indexOf("人编号"));
        boolean wanted = row.get(header.indexOf("县（市）区")).equals(county);
        if (wanted && (people.containsKey(person) || people.size() < count)) {
          people.computeIfAbsent(person, _ -> new ArrayList<>()).add(row);
        }
      }
      return new WorkersCsv(header, people);
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.replace("\uFEFF", "").split(",", -1));
  }

  /** The same people with one column changed. */
  WorkersCsv with(String column, UnaryOperator<String> edit) {
    int place = header.indexOf(column);
    Map<String, List<List<String>>> edited = new LinkedHashMap<>();
    people.forEach(
        (person, rows) ->
            edited.put(
                person,
                rows.stream()
                    .map(
                        row -> {
                          List<String> changed = new ArrayList<>(row);
                          changed.set(place, edit.apply(row.get(place)));
                          return changed;
                        })
                    .toList()));
    return new WorkersCsv(header, edited);
  }

  Path write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(String.join(",", header) + "\n");
      for (List<List<String>> rows : people.values()) {
        for (List<String> row : rows) {
          out.write(String.join(",", row) + "\n");
        }
      }
    }
    return file;
  }

  int rows() {
    return people.values().stream().mapToInt(List::size).sum();
  }
}
