package io.countypulse.local.service;

import io.countypulse.local.parts.Part;
import io.countypulse.local.parts.Running;
import io.countypulse.local.state.Mark;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One service as a JVM of its own. */
public final class ServiceProcess implements Running {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration TIME_TO_END = Duration.ofSeconds(40);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private final Part part;

  private ServiceProcess(Part part) {
    this.part = part;
  }

  /** Starts the service and waits until it says that it is ready. */
  public static ServiceProcess start(ServiceJar jar, Surroundings surroundings) {
    Service service = jar.service();
    Mark mark = new Mark(surroundings.state(), service.label());
    Path settings = ServiceSettings.write(service, surroundings);
    HttpRequest readiness =
        HttpRequest.newBuilder(
                URI.create(
                    ServiceSettings.base(service, surroundings) + "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Path log = surroundings.state().log(service.label());
    Part part = Part.start(service.label(), jar.command(mark.jvmOptions(), settings), log);
    return new ServiceProcess(part.awaitReady(PATIENCE, () -> answers(readiness)));
  }

  /** Makes the start cache of this build by a start that ends at once. */
  public static void train(ServiceJar jar, Surroundings surroundings) {
    Service service = jar.service();
    Path settings = ServiceSettings.write(service, surroundings);
    Path log = surroundings.state().log("training");
    jar.cache()
        .train(
            cacheOptions -> {
              List<String> options = new ArrayList<>(cacheOptions);
              options.addAll(new Mark(surroundings.state(), "training").jvmOptions());
              Part.start("training", jar.trainingCommand(options, settings), log).run(PATIENCE);
            });
  }

  @Override
  public ProcessHandle handle() {
    return part.process().toHandle();
  }

  @Override
  public void stop() {
    part.stop(TIME_TO_END);
  }

  private static boolean answers(HttpRequest request) throws IOException, InterruptedException {
    return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }
}
