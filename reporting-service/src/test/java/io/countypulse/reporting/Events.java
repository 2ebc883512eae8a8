package io.countypulse.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bodies of events as their owners write them. */
public final class Events {

  private Events() {}

  /** A person at home in one county. */
  public static WorkerEvent worker(String id, long version, String county) {
    return new WorkerEvent(id, version, county);
  }

  /** A target, step by step: {@code "2024-01-01", "500", "2024-07-01", null}. */
  public static String target(String county, int year, long version, String... history) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < history.length; i += 2) {
      String value = "null".equals(history[i + 1]) ? "null" : '"' + history[i + 1] + '"';
      steps.add("{\"from\":\"%s\",\"value\":%s}".formatted(history[i], value));
    }
    return """
    {"county":"%s","programme":"EMPLOYMENT","year":%d,"version":%d,"deadline":"%d-12-31",\
    "history":[%s],"businessDate":"2024-06-10","recordedAt":"%s"}"""
        .formatted(county, year, version, year, String.join(",", steps), Instant.now());
  }

  public static String heartbeat(Instant at) {
    return "{\"source\":\"employment\",\"shard\":0,\"shards\":1,\"at\":\"%s\"}".formatted(at);
  }

  /** Builds the event of one state of one person. */
  public static final class WorkerEvent {
    private final String id;
    private final long version;
    private final List<String> residence = new ArrayList<>();
    private final List<String> spells = new ArrayList<>();
    private String wishToWork = "true";

    private WorkerEvent(String id, long version, String county) {
      this.id = id;
      this.version = version;
      residence.add("{\"county\":\"%s\"}".formatted(county));
    }

    public String id() {
      return id;
    }

    public WorkerEvent movesTo(String county, String day) {
      residence.add("{\"from\":\"%s\",\"county\":\"%s\"}".formatted(day, county));
      return this;
    }

    public WorkerEvent wishesNoWork() {
      wishToWork = "false";
      return this;
    }

    public WorkerEvent works(String start) {
      return spell("\"start\":\"%s\"".formatted(start), "IN_COUNTY");
    }

    public WorkerEvent works(String start, String end) {
      return spell("\"start\":\"%s\",\"end\":\"%s\"".formatted(start, end), "IN_COUNTY");
    }

    public WorkerEvent worksFarAway(String start) {
      return spell("\"start\":\"%s\"".formatted(start), "OUT_OF_PROVINCE");
    }

    public String json() {
      return """
      {"personId":"%s","version":%d,"householdId":"H-%s","category":"LIFTED","labour":"ORDINARY",\
      "wishToWork":%s,"businessDate":"2024-06-10","recordedAt":"%s","residence":[%s],"spells":[%s]}"""
          .formatted(
              id,
              version,
              id,
              wishToWork,
              Instant.now(),
              String.join(",", residence),
              String.join(",", spells));
    }

    private WorkerEvent spell(String days, String area) {
      spells.add(
          "{%s,\"area\":\"%s\",\"province\":null,\"post\":\"ORDINARY\"}".formatted(days, area));
      return this;
    }
  }
}
