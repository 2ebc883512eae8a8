package io.countypulse.reporting;

import static io.countypulse.reporting.Events.worker;

import io.countypulse.reporting.Events.WorkerEvent;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Measures: first load, committed event to frame on the stream, and starting again. */
final class LatencyRun {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String WORKING = "employment.working";

  public static void main(String[] arguments) throws Exception {
    int persons = Integer.parseInt(arguments[0]);
    int changes = Integer.parseInt(arguments[1]);
    String leader = TestTokens.shared().token("LEADER", "530100");
    Map<String, String> settings = RunningService.newSettings();
    try (EventLog log = new EventLog(RealParts.bootstrapServers())) {
      RunningService service = RunningService.start(settings);
      long start = System.nanoTime();
      load(log, persons);
      System.out.printf("%d events written in %d ms%n", persons, millis(start));
      await(service, leader, persons);
      System.out.printf("on the stream after %d ms%n", millis(start));
      latency(service, log, leader, persons, changes);
      service.close();
      long stopped = System.nanoTime();
      service = RunningService.start(settings);
      System.out.printf("restarted, answering after %d ms%n", millis(stopped));
      log.write(worker("late", 1, "530103").works("2024-01-01"));
      await(service, leader, persons + changes + 1);
      System.out.printf("live again after %d ms%n", millis(stopped));
      service.close();
    }
    System.exit(0);
  }

  private static void latency(
      RunningService service, EventLog log, String leader, int persons, int changes)
      throws InterruptedException {
    long[] latencies = new long[changes];
    try (FrameReader screen =
        new FrameReader(service.stream("/api/reporting/figures/stream", leader))) {
      for (int i = 0; i < changes; i++) {
        TimeUnit.MILLISECONDS.sleep(120 + (i * 37) % 200);
        log.write(worker("L" + i, 1, "530102").works("2024-01-01"));
        long committed = System.nanoTime();
        long wanted = (long) persons + i + 1;
        while (screen.frames().isEmpty()
            || FrameReader.value(screen.newest(), "530100", WORKING) < wanted) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
        latencies[i] = millis(committed);
      }
    }
    Arrays.sort(latencies);
    System.out.printf(
        "commit to frame: p50 %d ms, p90 %d ms, max %d ms%n",
        latencies[changes / 2], latencies[changes * 9 / 10], latencies[changes - 1]);
  }

  private static void load(EventLog log, int persons) {
    List<WorkerEvent> batch = new ArrayList<>();
    for (int i = 0; i < persons; i++) {
      String day = "202%d-%02d-%02d".formatted(2 + i % 2, 1 + i / 7 % 12, 1 + i / 3 % 28);
      batch.add(worker("B" + i, 1, "5301%02d".formatted(2 + i % 2)).works(day));
      if (batch.size() == 10_000 || i == persons - 1) {
        log.write(batch);
        batch.clear();
      }
    }
  }

  private static void await(RunningService service, String token, long persons) {
    Eventually.holds(
        "figures",
        PATIENCE,
        () ->
            FrameReader.value(service.getJson("/api/reporting/figures", token), "530100", WORKING)
                == persons);
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }
}
