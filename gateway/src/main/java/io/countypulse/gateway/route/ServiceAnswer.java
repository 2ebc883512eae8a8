package io.countypulse.gateway.route;

import io.countypulse.gateway.access.TokenRelay;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer, copied to the caller as it comes; closed whatever happens to either side. */
final class ServiceAnswer implements ServerResponse {

  /** Between two neighbours only (RFC 9110 § 7.6.1), or the gateway's own to say. */
  private static final Set<String> DROPPED =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "date",
          "server",
          "set-cookie",
          "content-security-policy",
          "referrer-policy",
          "strict-transport-security",
          "x-content-type-options",
          "x-frame-options",
          "x-xss-protection");

  private final HttpResponse<InputStream> answer;
  private final ClientBody question;
  private final OpenStreams streams;
  private final ServerRequest request;
  private final HttpHeaders headers;

  ServiceAnswer(
      HttpResponse<InputStream> answer,
      ClientBody question,
      OpenStreams streams,
      ServerRequest request) {
    this.answer = answer;
    this.question = question;
    this.streams = streams;
    this.request = request;
    this.headers = headers(answer);
  }

  private static HttpHeaders headers(HttpResponse<InputStream> answer) {
    HttpHeaders headers = new HttpHeaders();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
              }
            });
    URI location = headers.getLocation();
    if (location != null && answer.uri().getAuthority().equals(location.getAuthority())) {
      headers.set(HttpHeaders.LOCATION, withoutHost(location));
    }
    return headers;
  }

  /** The service's own host and port mean nothing to the caller. */
  private static String withoutHost(URI location) {
    String query = location.getRawQuery();
    return query == null ? location.getRawPath() : location.getRawPath() + "?" + query;
  }

  @Override
  public HttpStatusCode statusCode() {
    return HttpStatusCode.valueOf(answer.statusCode());
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return new LinkedMultiValueMap<>();
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest servletRequest, HttpServletResponse response, Context context)
      throws IOException {
    try (question;
        InputStream body = answer.body()) {
      response.setStatus(answer.statusCode());
      headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
      if (isEventStream()) {
        copyEvents(body, response);
      } else {
        copy(body, response.getOutputStream(), false);
      }
    } catch (ServiceBrokeOff brokenOff) {
      // Told to the container beyond the error handlers, which would end the answer as if it were
      // whole.
      servletRequest.setAttribute(ServiceBrokeOff.ATTRIBUTE, brokenOff);
    }
    return null;
  }

  private boolean isEventStream() {
    MediaType type = headers.getContentType();
    return type != null && type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM);
  }

  private void copyEvents(InputStream body, HttpServletResponse response) throws IOException {
    streams.opened(body, TokenRelay.expiryOf(request));
    try {
      response.flushBuffer();
      copy(body, response.getOutputStream(), true);
    } catch (ServiceBrokeOff ended) {
      // A stream has no end of its own: the browser opens it again.
    } finally {
      streams.closed(body);
    }
  }

  private static void copy(InputStream body, OutputStream out, boolean atOnce) throws IOException {
    byte[] bytes = new byte[8192];
    for (int count = read(body, bytes); count >= 0; count = read(body, bytes)) {
      out.write(bytes, 0, count);
      if (atOnce) {
        out.flush();
      }
    }
  }

  private static int read(InputStream body, byte[] bytes) throws ServiceBrokeOff {
    try {
      return body.read(bytes);
    } catch (IOException brokenOff) {
      throw new ServiceBrokeOff(brokenOff);
    }
  }
}
