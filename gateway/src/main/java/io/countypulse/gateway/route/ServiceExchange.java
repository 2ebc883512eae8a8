package io.countypulse.gateway.route;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One request to a service and its answer, both streamed; a trace and a metric ({@code
 * pulse.gateway.route}) of each.
 *
 * <p>Written on the JDK's client because the exchange that comes with Spring Cloud Gateway reads an
 * answer to its end when the caller has gone, and the end of an event stream never comes.
 */
final class ServiceExchange implements ProxyExchange {

  private static final Logger log = LoggerFactory.getLogger(ServiceExchange.class);

  static {
    // Services close idle connections after 20 seconds: ours must go first, or a request meets a
    // connection that is just being closed.
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(3))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private final OpenStreams streams;
  private final ObservationRegistry observations;

  ServiceExchange(OpenStreams streams, ObservationRegistry observations) {
    this.streams = streams;
    this.observations = observations;
  }

  @Override
  public ServerResponse exchange(Request request) {
    Service service = Service.of(request.getServerRequest().path());
    HttpHeaders headers = HttpHeaders.copyOf(request.getHeaders());
    Observation observation =
        Observation.createNotStarted(
                "pulse.gateway.route", () -> context(service, headers), observations)
            .lowCardinalityKeyValue("route", service.code())
            .lowCardinalityKeyValue("method", request.getMethod().name());
    return Objects.requireNonNull(
        observation.observe(
            () -> {
              ServerResponse answer = answer(request, service, headers);
              observation.lowCardinalityKeyValue(
                  "status", String.valueOf(answer.statusCode().value()));
              return answer;
            }));
  }

  private static RequestReplySenderContext<HttpHeaders, ServerResponse> context(
      Service service, HttpHeaders headers) {
    RequestReplySenderContext<HttpHeaders, ServerResponse> context =
        new RequestReplySenderContext<>(
            (carrier, name, value) -> Objects.requireNonNull(carrier).set(name, value));
    context.setCarrier(headers);
    context.setRemoteServiceName(service.code());
    return context;
  }

  private ServerResponse answer(Request request, Service service, HttpHeaders headers) {
    ClientBody body = new ClientBody(request.getServerRequest().servletRequest());
    try {
      var answer =
          client.send(
              ServiceRequest.of(request, headers, body).toHttpRequest(),
              BodyHandlers.ofInputStream());
      return new ServiceAnswer(answer, body, streams, request.getServerRequest());
    } catch (IOException broken) {
      body.close();
      return body.fault().orElseGet(() -> silent(service, broken));
    } catch (InterruptedException stopping) {
      body.close();
      Thread.currentThread().interrupt();
      return silent(service, stopping);
    }
  }

  private static ServerResponse silent(Service service, Exception reason) {
    log.warn("{} does not answer: {}", service.code(), reason.toString());
    return RouteProblem.unavailable(service);
  }
}
