package io.countypulse.city;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The banks' files, read back. */
final class ReadFeeds {

  private static final Pattern JSON_VALUE = Pattern.compile("\":\"([^\"]*)\"");

  /** A line of a file: what the bank says of a loan. */
  record Said(
      String loan,
      String household,
      String county,
      LocalDate issued,
      LocalDate due,
      BigDecimal amount,
      BigDecimal rate,
      BigDecimal balance,
      BigDecimal overdue,
      String since,
      String status) {

    static Said of(List<String> cells) {
      return new Said(
          cells.get(1),
          cells.get(2),
          cells.get(3),
          LocalDate.parse(cells.get(4)),
          LocalDate.parse(cells.get(5)),
          new BigDecimal(cells.get(6)),
          new BigDecimal(cells.get(7)),
          new BigDecimal(cells.get(8)),
          new BigDecimal(cells.get(9)),
          cells.get(10),
          cells.get(11));
    }

    boolean is(String other) {
      return status.equals(other);
    }
  }

  /** A file. */
  record Feed(List<String> header, Map<String, Said> loans) {

    LocalDate day() {
      return LocalDate.parse(header.get(2));
    }

    BigDecimal sum(Function<Said, BigDecimal> field) {
      return loans.values().stream().map(field).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private ReadFeeds() {}

  static Feed of(Path file) throws IOException {
    List<String> lines = text(file).lines().toList();
    Map<String, Said> loans = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() != 12 || !cells.getFirst().equals("D")) {
        throw new IllegalArgumentException(line);
      }
      if (loans.put(cells.get(1), Said.of(cells)) != null) {
        throw new IllegalArgumentException("twice: " + line);
      }
    }
    return new Feed(cells(lines.getFirst()), loans);
  }

  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String name = file.getFileName().toString();
    if (name.endsWith(".gz")) {
      return new String(
          new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
          StandardCharsets.UTF_8);
    }
    return new String(
        bytes, name.endsWith(".csv") ? Charset.forName("GB18030") : StandardCharsets.UTF_8);
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("{")) {
      return Arrays.asList(line.split(",", -1));
    }
    String mark = line.contains("序号") ? "H" : "D";
    return Stream.concat(
            Stream.of(mark), JSON_VALUE.matcher(line).results().map(value -> value.group(1)))
        .toList();
  }
}
