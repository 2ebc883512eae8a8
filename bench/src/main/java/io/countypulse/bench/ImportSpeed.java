package io.countypulse.bench;

import io.countypulse.testing.PulseApi;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * A checked, durable import into an empty register: file handed in → rows, spells and outbox
 * committed.
 */
final class ImportSpeed implements Measure {
  private static final long POLL_NANOSECONDS = 50_000_000;

  private final ServiceProcess employment;
  private final Path file;
  private final int rows;

  ImportSpeed(ServiceProcess employment, Path file, int rows) {
    this.employment = employment;
    this.file = file;
    this.rows = rows;
  }

  @Override
  public double seconds() throws Exception {
    employment.forgetEverything();
    PulseApi api = employment.api();
    long began = System.nanoTime();
    var accepted = api.upload("employment", "workers", "", file);
    String location = accepted.headers().firstValue("Location").orElseThrow();
    JsonNode job = api.getJson(location);
    while (!job.get("status").asString().equals("COMPLETED")) {
      LockSupport.parkNanos(POLL_NANOSECONDS);
      job = api.getJson(location);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (job.get("rows").get("applied").asInt() != rows) {
      throw new IllegalStateException("applied " + job.get("rows"));
    }
    employment.awaitEmptyOutbox();
    return seconds;
  }
}
