package io.countypulse.bench;

import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How soon a city knows who is entitled: after a whole workers file, and after one corrected spell.
 * The count must be the one worked out from the file here.
 */
final class SubsidySpeed {
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 10);
  private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long POLL_NANOSECONDS = 50_000_000;

  private final List<String> header;
  private final List<String[]> entitled = new ArrayList<>();

  private SubsidySpeed(List<String> lines) {
    header = List.of(lines.getFirst().split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (entitles(cells)) {
        entitled.add(cells);
      }
    }
  }

  /** Prints what was measured in one new city. */
  static void print(Path file, Path directory, int changes) throws IOException, SQLException {
    SubsidySpeed speed = new SubsidySpeed(Files.readAllLines(file));
    try (RunningCity city = RunningCity.emptyKunming()) {
      double found = speed.found(city, file);
      double[] shown = speed.corrected(city, directory, changes);
      System.out.printf(
          "%n补助 subsidies: all %d entitled found %.1f s after the import's end (target ≤ 10);"
              + " spell corrected → leaders' stream %s, own figures %s (target ≤ 1)%n",
          speed.entitled.size(),
          found,
          Spread.of(halves(shown, 0)).format("s"),
          Spread.of(halves(shown, 1)).format("s"));
    }
  }

  /**
   * From the import's end to the leaders' stream, which costs the machine less than asking again
   * and again would; the department's own count must then be the same.
   */
  private double found(RunningCity city, Path file) throws IOException {
    try (var stream = city.signIn("leader").stream("");
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      JsonNode job = city.signIn("employment-lead").importFile("employment", "workers", "", file);
      Instant ended = Instant.now();
      if (!job.get("status").asString().equals("COMPLETED")) {
        throw new IllegalStateException("import " + job);
      }
      Instant shown = awaitStream(lines, entitled.size());
      awaitOwn(city.signIn("subsidy-lead"), entitled.size());
      return Duration.between(ended, shown).toNanos() / 1e9;
    }
  }

  /**
   * One person after the other came home before the three months were over: the start of the
   * transaction, so earlier than its commit → the city's count; at even places on the leaders'
   * stream, at odd ones in the department's own figures.
   */
  private double[] corrected(RunningCity city, Path directory, int changes)
      throws IOException, SQLException {
    PulseApi employment = city.signIn("employment-lead");
    PulseApi lead = city.signIn("subsidy-lead");
    double[] seconds = new double[changes];
    try (Connection records = DriverManager.getConnection(city.postgres().formatted("employment"));
        var stream = city.signIn("leader").stream("");
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      awaitStream(lines, entitled.size());
      for (int change = 0; change < changes; change++) {
        String[] person = entitled.get(change);
        Path file = directory.resolve("home-" + change + ".csv");
        Files.write(file, List.of(String.join(",", header), String.join(",", home(person))));
        employment.upload("employment", "workers", "", file);
        int left = entitled.size() - change - 1;
        Instant shown;
        if (change % 2 == 0) {
          shown = awaitStream(lines, left);
        } else {
          shown = awaitOwn(lead, left);
          awaitStream(lines, left);
        }
        Instant recorded = recorded(records, person[header.indexOf("人编号")]);
        seconds[change] = Duration.between(recorded, shown).toNanos() / 1e9;
      }
    }
    return seconds;
  }

  private static double[] halves(double[] seconds, int first) {
    double[] every = new double[(seconds.length + 1 - first) / 2];
    for (int i = 0; i < every.length; i++) {
      every[i] = seconds[2 * i + first];
    }
    return every;
  }

  private boolean entitles(String[] cells) {
    if (!cells[header.indexOf("务工区域")].equals("省外")) {
      return false;
    }
    LocalDate start = LocalDate.parse(cells[header.indexOf("开始日期")]);
    LocalDate due = (start.isBefore(NEW_YEAR) ? NEW_YEAR : start).plusMonths(3);
    String end = cells[header.indexOf("结束日期")];
    return !due.isAfter(TODAY) && (end.isEmpty() || due.isBefore(LocalDate.parse(end)));
  }

  private String[] home(String[] person) {
    String[] cells = person.clone();
    LocalDate start = LocalDate.parse(cells[header.indexOf("开始日期")]);
    LocalDate day = (start.isBefore(NEW_YEAR) ? NEW_YEAR : start).plusMonths(1);
    cells[header.indexOf("结束日期")] = day.toString();
    return cells;
  }

  private static Instant recorded(Connection records, String person) throws SQLException {
    try (var worker =
        records.prepareStatement("select recorded_at from worker where person_id = ?")) {
      worker.setString(1, person);
      var row = worker.executeQuery();
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static Instant awaitOwn(PulseApi lead, int expected) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (entitled(lead.getJson("/api/subsidy/figures?county=530100")) == expected) {
        return Instant.now();
      }
      LockSupport.parkNanos(POLL_NANOSECONDS);
    }
    throw new IllegalStateException(expected + " were not found entitled");
  }

  private static Instant awaitStream(BufferedReader lines, int expected) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("data:")
          && entitled(JsonMapper.shared().readTree(line.substring("data:".length()))) == expected) {
        return Instant.now();
      }
    }
    throw new IllegalStateException("the stream ended");
  }

  /** The city's count of a frame; -1 without one. */
  private static long entitled(JsonNode frame) {
    for (JsonNode figure : frame.path("figures")) {
      if (figure.get("county").asString().equals("530100")
          && figure.get("indicator").asString().equals("transport.entitled")
          && figure.get("state").asString().equals("VALUE")) {
        return figure.get("value").asLong();
      }
    }
    return -1;
  }
}
