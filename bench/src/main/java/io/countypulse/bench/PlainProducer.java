package io.countypulse.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Kafka's own {@code kafka-producer-perf-test} with acks=all, as a process of its own. It sends no
 * keys, so its topic is like ours but for compaction.
 */
final class PlainProducer {
  private static final String TOPIC = "bench.plain";
  private static final int MOST_OUTPUT = 2_000;
  private static final Pattern SUMMARY =
      Pattern.compile("^(\\d+) records sent, ([0-9.]+) records/sec", Pattern.MULTILINE);

  private final String bootstrapServers;

  private PlainProducer(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  static PlainProducer create(String bootstrapServers)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      NewTopic topic = new NewTopic(TOPIC, WorkerEvents.PARTITIONS, (short) 1);
      admin.createTopics(List.of(topic)).all().get();
    }
    return new PlainProducer(bootstrapServers);
  }

  /** Seconds to send the records, as the tool itself reports. */
  double seconds(long records, int recordBytes) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.apache.kafka.tools.ProducerPerformance",
                    "--topic",
                    TOPIC,
                    "--num-records",
                    Long.toString(records),
                    "--record-size",
                    Integer.toString(recordBytes),
                    "--throughput",
                    "-1",
                    "--producer-props",
                    "acks=all",
                    "bootstrap.servers=" + bootstrapServers))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    double perSecond = 0;
    Matcher summary = SUMMARY.matcher(output);
    while (summary.find()) {
      if (Long.parseLong(summary.group(1)) == records) {
        perSecond = Double.parseDouble(summary.group(2));
      }
    }
    if (perSecond == 0) {
      throw new IllegalStateException(
          "no result in: " + output.substring(0, Math.min(output.length(), MOST_OUTPUT)));
    }
    return records / perSecond;
  }
}
