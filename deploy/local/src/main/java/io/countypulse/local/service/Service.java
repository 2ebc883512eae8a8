package io.countypulse.local.service;

import java.nio.file.Path;
import java.util.List;

/** The services, in the order in which the first page needs them. */
public enum Service {
  GATEWAY("gateway", "gateway", 160),
  EMPLOYMENT("employment", "employment-service", 320),
  REPORTING("reporting", "reporting-service", 320),
  CREDIT("credit", "credit-service", 256),
  SUBSIDY("subsidy", "subsidy-service", 160);

  private final String label;
  private final String module;
  private final int heapMebibytes;

  Service(String label, String module, int heapMebibytes) {
    this.label = label;
    this.module = module;
    this.heapMebibytes = heapMebibytes;
  }

  /** Name of its database, log and port, and of its part of the API's path. */
  public String label() {
    return label;
  }

  /** Whether it must not start before the topics exist: Kafka Streams stops for good without. */
  public boolean needsTopics() {
    return this == REPORTING;
  }

  /** Flags of its JVM; those of a training run and of every later start must be the same. */
  List<String> jvmFlags() {
    String heap = "-Xmx" + heapMebibytes + "m";
    return switch (this) {
      // Files of any size, and ciphers that only the second compiler makes fast; what is merely
      // used now and then it leaves alone, since it takes a core from the first file.
      case EMPLOYMENT, CREDIT ->
          List.of(
              heap,
              "-XX:Tier4InvocationThreshold=20000",
              "-XX:Tier4MinInvocationThreshold=2400",
              "-XX:Tier4CompileThreshold=60000",
              "-XX:Tier4BackEdgeThreshold=160000");
      // Two cores are better spent on work than on compiling it twice.
      case GATEWAY, REPORTING, SUBSIDY -> List.of(heap, "-XX:TieredStopAtLevel=1");
    };
  }

  /** The executable jar of a built project. */
  Path jar(Path project) {
    return project.resolve(module).resolve("target").resolve(module + "-exec.jar");
  }
}
