package io.countypulse.bench;

import io.countypulse.city.DemoCity;
import io.countypulse.city.Places;
import io.countypulse.city.sample.Sample;
import io.countypulse.local.parts.Directories;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.RunningCity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Prints a table of ratios, each measured against a plain tool in the same run (docs:
 * bench/README.md).
 *
 * <p>Arguments: {@code [--pairs N] [import] [lists] [drain] [feed] [feed-million] [topology] [cold]
 * [latency] [subsidies]}; none: all with five pairs.
 */
public final class Bench {
  private static final int RECORDS = 300_000;
  private static final int EVENT_BYTES = 450;
  private static final int FEED_ROWS = 31_000;
  private static final int CHANGES = 40;
  private static final int LIST_SECONDS = 30;

  private final int pairs;
  private final List<String> wanted;
  private final Path directory;
  private final List<Comparison.Row> rows = new ArrayList<>();

  private Bench(int pairs, List<String> wanted, Path directory) {
    this.pairs = pairs;
    this.wanted = wanted;
    this.directory = directory;
  }

  public static void main(String[] arguments) throws Exception {
    int pairs = 5;
    List<String> wanted = new ArrayList<>(List.of(arguments));
    int option = wanted.indexOf("--pairs");
    if (option >= 0) {
      pairs = Integer.parseInt(wanted.remove(option + 1));
      wanted.remove(option);
    }
    Path directory = Files.createTempDirectory("pulse-bench");
    try {
      new Bench(pairs, wanted, directory).run();
    } finally {
      Directories.delete(directory);
    }
    System.exit(0);
  }

  private void run() throws Exception {
    Path city = directory.resolve("city");
    DemoCity.generate(city, Places.kunming(), DemoCity.SEED);
    Sample sample = Sample.of(Places.kunming(), DemoCity.SEED);
    Path file = directory.resolve("workers.csv");
    sample.writeWorkers(file);
    PlainCopy copy = new PlainCopy(RealParts.adminUrl(), file);
    if (wants("import") || wants("drain") || wants("lists")) {
      try (var employment =
          ServiceProcess.start("employment", RunningCity.project(), city, directory)) {
        if (wants("import")) {
          add(
              Comparison.shareOfSpeed(
                  "导入 checked durable import, " + sample.rows() + " rows",
                  "\\copy, same keys",
                  copy::load,
                  new ImportSpeed(employment, file, sample.rows()),
                  0.35));
        }
        if (wants("lists")) {
          lists(employment, city);
        }
        if (wants("drain")) {
          PlainProducer producer = PlainProducer.create(RealParts.bootstrapServers());
          add(
              Comparison.shareOfSpeed(
                  "发件箱 outbox drain, " + RECORDS + " events",
                  "kafka-producer-perf-test, acks=all",
                  () -> producer.seconds(RECORDS, EVENT_BYTES),
                  new OutboxDrain(employment, RECORDS, EVENT_BYTES),
                  0.4));
        }
      }
    }
    if (wants("feed") || wants("feed-million")) {
      feeds(city);
    }
    if (wants("topology")) {
      String brokers = RealParts.bootstrapServers();
      WorkerEvents.publish(brokers, RECORDS);
      add(
          Comparison.shareOfSpeed(
              "拓扑 contributions topology, " + RECORDS + " events",
              "groupByKey().count()",
              TopologySpeed.bareCount(brokers, RECORDS),
              TopologySpeed.contributions(brokers, RECORDS),
              0.4));
    }
    if (wants("cold")) {
      ColdLoad.makeStartCaches();
      add(
          Comparison.timesAsLong(
              "首次装载 cold load to the stream, " + sample.rows() + " rows",
              "\\copy + GROUP BY",
              () -> copy.loadAndCount(sample.rows()),
              new ColdLoad(file, sample.rows()),
              6));
    }
    print();
    if (wants("latency")) {
      latency(file);
    }
    if (wants("subsidies")) {
      subsidies(file, city);
    }
  }

  /** Lists over the whole demo city, as a clerk and a lead ask for them. */
  private static void lists(ServiceProcess employment, Path city) throws Exception {
    employment.forgetEverything();
    employment.load("households", city.resolve("households.csv"));
    employment.load("workers", city.resolve("workers.csv"));
    ListSpeed lists = new ListSpeed(employment);
    lists.check();
    lists.ours(LIST_SECONDS / 2);
    double[] plain = lists.plain(LIST_SECONDS);
    double[] ours = lists.ours(LIST_SECONDS);
    System.out.printf(
        "%n名单 lists, searches, details at 50 a second: ours %s; plain JDBC %s (target p99 ≤ 50"
            + " ms)%n",
        quantiles(ours), quantiles(plain));
  }

  private static String quantiles(double[] milliseconds) {
    double[] sorted = DoubleStream.of(milliseconds).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p99 %.1f ms, max %.1f ms",
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)],
        sorted[sorted.length - 1]);
  }

  private void feeds(Path city) throws Exception {
    try (var credit = ServiceProcess.start("credit", RunningCity.project(), city, directory)) {
      if (wants("feed")) {
        add(feed(credit, FEED_ROWS, 2), pairs);
      }
      if (wants("feed-million")) {
        add(feed(credit, 1_000_000, 40), 1);
      }
    }
  }

  private static Comparison feed(ServiceProcess credit, int rows, double seconds) throws Exception {
    LoanFeed feed = LoanFeed.of(rows);
    return Comparison.withinSeconds(
        "报文 feed to signed receipt, " + rows + " rows, 512 MiB heap",
        "\\copy, same keys",
        new PlainLoans(RealParts.adminUrl(), feed),
        new FeedSpeed(credit, feed),
        seconds);
  }

  private void latency(Path file) throws Exception {
    double[] produced = PlainLatency.measure(RealParts.bootstrapServers(), CHANGES);
    double[] shown;
    try (RunningCity city = RunningCity.emptyKunming()) {
      city.signIn("employment-lead").importFile("employment", "workers", "", file);
      shown = StreamLatency.measure(city, Files.readAllLines(file), directory, CHANGES);
    }
    System.out.printf(
        "%n延迟 latency, %d changes: recorded → frame %s; produce → read committed %s%n",
        CHANGES, Spread.of(shown).format("s"), Spread.of(produced).format("s"));
  }

  private void subsidies(Path file, Path city) throws Exception {
    try (var subsidy = ServiceProcess.start("subsidy", RunningCity.project(), city, directory)) {
      ApprovalSpeed.print(subsidy, pairs);
    }
    SubsidySpeed.print(file, directory, CHANGES);
  }

  private boolean wants(String metric) {
    return wanted.isEmpty() || wanted.contains(metric);
  }

  private void add(Comparison comparison) throws Exception {
    add(comparison, pairs);
  }

  private void add(Comparison comparison, int times) throws Exception {
    System.out.println(comparison.name());
    rows.add(comparison.run(times));
  }

  private void print() {
    System.out.println();
    System.out.println(
        "| 指标 metric | 基准 baseline | baseline | ours | ratio (min–max) | target | |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (Comparison.Row row : rows) {
      System.out.printf(
          "| %s | %s | %s | %s | %s | %s | %s |%n",
          row.metric(),
          row.against(),
          row.baseline(),
          row.ours(),
          row.ratio(),
          row.target(),
          row.met() ? "达标 met" : "未达 missed");
    }
  }
}
