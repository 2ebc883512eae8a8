package io.countypulse.gateway.route;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;

/** A request as it goes to the service: its body is read from the caller while it is sent. */
record ServiceRequest(String method, URI uri, HttpHeaders headers, ClientBody body) {

  /** Until the answer begins. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The same where a file has to arrive first, over whatever line the county has. */
  private static final Duration PATIENCE_WITH_BODY = Duration.ofMinutes(60);

  /** Headers the JDK's client writes itself. */
  private static final Set<String> WRITTEN_BY_CLIENT =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  static ServiceRequest of(ProxyExchange.Request request, HttpHeaders headers, ClientBody body) {
    return new ServiceRequest(
        request.getMethod().name(), Objects.requireNonNull(request.getUri()), headers, body);
  }

  HttpRequest toHttpRequest() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(body.isEmpty() ? PATIENCE : PATIENCE_WITH_BODY)
            .method(method, body.isEmpty() ? BodyPublishers.noBody() : publisher());
    headers.forEach(
        (name, values) -> {
          if (!WRITTEN_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }

  private BodyPublisher publisher() {
    BodyPublisher streamed = BodyPublishers.ofInputStream(() -> body);
    return body.length() > 0 ? BodyPublishers.fromPublisher(streamed, body.length()) : streamed;
  }
}
