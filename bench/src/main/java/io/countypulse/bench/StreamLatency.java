package io.countypulse.bench;

import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * On a running city, one person at a time changes: the recorded time of the change (the start of
 * its transaction, so earlier than its commit) → a frame with it at a reader of the stream.
 */
final class StreamLatency {
  private StreamLatency() {}

  /**
   * Changes one person after the other.
   *
   * @param rows of a workers file, header first, one row a person
   * @return seconds of each
   */
  static double[] measure(RunningCity city, List<String> rows, Path directory, int times)
      throws IOException {
    PulseApi lead = city.signIn("employment-lead");
    double[] seconds = new double[times];
    try (var stream = city.signIn("leader").stream("");
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      Instant newest = awaitNewer(lines, Instant.EPOCH);
      for (int time = 0; time < times; time++) {
        Path file = directory.resolve("one-" + time + ".csv");
        Files.write(file, List.of(rows.getFirst(), ended(rows, time + 1)));
        lead.upload("employment", "workers", "", file);
        newest = awaitNewer(lines, newest);
        seconds[time] = Duration.between(newest, Instant.now()).toNanos() / 1e9;
      }
    }
    return seconds;
  }

  private static String ended(List<String> rows, int row) {
    String[] cells = rows.get(row).split(",", -1);
    cells[List.of(rows.getFirst().split(",", -1)).indexOf("结束日期")] = "2024-06-10";
    return String.join(",", cells);
  }

  private static Instant awaitNewer(BufferedReader lines, Instant known) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("data:") && line.contains("figures")) {
        JsonNode newest =
            JsonMapper.shared().readTree(line.substring("data:".length())).path("newestRecord");
        if (newest.isString() && Instant.parse(newest.asString()).isAfter(known)) {
          return Instant.parse(newest.asString());
        }
      }
    }
    throw new IllegalStateException("the stream ended");
  }
}
