package io.countypulse.reporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A department with an issuer beside it: hands out tokens, and the figures it was told. */
final class OwnerStub implements AutoCloseable {

  private static final String TOKEN = "{\"access_token\":\"good\"}";

  private final HttpServer server;
  private volatile String figures = "{\"figures\":[]}";
  private volatile boolean down;

  OwnerStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/oauth2/token", exchange -> answer(exchange, 200, TOKEN));
    server.createContext("/api/employment/figures", this::figures);
    server.start();
  }

  /** What a service is started with to compare with this one. */
  Map<String, String> settings() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    String prefix = "pulse.reporting.reconcile.";
    return Map.of(
        prefix + "services.employment", address,
        prefix + "token-uri", address + "/oauth2/token",
        prefix + "client-id", "reconciler",
        prefix + "client-secret", "secret",
        prefix + "every", "300ms",
        prefix + "quiet", "100ms");
  }

  void says(String json) {
    figures = json;
  }

  void isDown(boolean isDown) {
    down = isDown;
  }

  private void figures(HttpExchange exchange) throws IOException {
    boolean known = "Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    answer(exchange, down ? 503 : known ? 200 : 401, figures);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
