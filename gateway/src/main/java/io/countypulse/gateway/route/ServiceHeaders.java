package io.countypulse.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service is told about the caller: the token, and honestly where the request came from. The
 * caller's own statements about proxies, users and traces are dropped, and so are the cookies,
 * which are the gateway's.
 */
final class ServiceHeaders implements RequestHttpHeadersFilter, Ordered {

  private static final Set<String> DROPPED =
      Set.of(
          "cookie",
          "forwarded",
          "via",
          "x-real-ip",
          "x-xsrf-token",
          "x-csrf-token",
          "baggage",
          "traceparent",
          "tracestate",
          "b3");
  private static final List<String> DROPPED_PREFIXES =
      List.of("x-forwarded-", "x-original-", "x-pulse-", "x-user", "x-auth", "x-b3-", "x-remote-");

  @Override
  public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
    HttpHeaders headers = new HttpHeaders();
    input.forEach(
        (name, values) -> {
          if (!dropped(name.toLowerCase(Locale.ROOT))) {
            headers.addAll(name, values);
          }
        });
    URI uri = request.uri();
    headers.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
    headers.set("X-Forwarded-Proto", request.servletRequest().getScheme());
    headers.set("X-Forwarded-Host", uri.getAuthority());
    headers.set("X-Forwarded-Port", String.valueOf(request.servletRequest().getServerPort()));
    return headers;
  }

  private static boolean dropped(String name) {
    return DROPPED.contains(name) || DROPPED_PREFIXES.stream().anyMatch(name::startsWith);
  }

  /** After the filters of Spring Cloud Gateway, which drop the forwarded headers altogether. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
