package io.countypulse.bench;

import io.countypulse.local.service.Service;
import io.countypulse.local.service.ServiceJar;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.PulseApi;
import io.countypulse.testing.RunningCity;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A city on its first day, every service running: file handed in at the gateway → a frame on the
 * live stream with the right count. A new city each time, started with the caches that the first
 * one left behind.
 */
final class ColdLoad implements Measure {
  private static final String CITY = "530100";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path file;
  private final long expectedWorking;

  ColdLoad(Path file, long expectedWorking) {
    this.file = file;
    this.expectedWorking = expectedWorking;
  }

  /** Starts a city and keeps it until this build's start caches are made. */
  static void makeStartCaches() {
    try (RunningCity _ = RunningCity.emptyKunming()) {
      Path log = RunningCity.project().resolve("bench/target/extract.log");
      for (Service service : Service.values()) {
        Path cache = ServiceJar.extracted(service, RunningCity.project(), log).cache().file();
        Eventually.holds(cache + " is made", PATIENCE, () -> Files.exists(cache));
      }
    }
  }

  @Override
  public double seconds() throws Exception {
    try (RunningCity city = RunningCity.emptyKunming()) {
      PulseApi lead = city.signIn("employment-lead");
      try (var stream = city.signIn("leader").stream("");
          var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        long began = System.nanoTime();
        lead.upload("employment", "workers", "", file);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data:")
              && working(line.substring("data:".length())) == expectedWorking) {
            return (System.nanoTime() - began) / 1e9;
          }
        }
      }
    }
    throw new IllegalStateException("the stream ended before " + expectedWorking + " were counted");
  }

  private static long working(String data) {
    JsonNode figures = JsonMapper.shared().readTree(data).path("figures");
    for (JsonNode figure : figures) {
      if (figure.get("county").asString().equals(CITY)
          && figure.get("indicator").asString().equals("employment.working")
          && figure.get("state").asString().equals("VALUE")) {
        return figure.get("value").asLong();
      }
    }
    return -1;
  }
}
