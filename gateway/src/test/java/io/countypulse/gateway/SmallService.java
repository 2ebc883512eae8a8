package io.countypulse.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A real HTTP server in place of a service. Unless told otherwise, it answers with the request. */
final class SmallService {

  private static final SmallService SHARED = new SmallService();

  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
  private final HttpServer server;

  SmallService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  static SmallService shared() {
    return SHARED;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers this path in its own way. */
  void on(String path, HttpHandler handler) {
    handlers.put(path, handler);
  }

  static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    handlers.getOrDefault(exchange.getRequestURI().getPath(), SmallService::echo).handle(exchange);
  }

  /** Method, address and headers (names in lower case), a line each; then the body. */
  static void echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String headers =
        exchange.getRequestHeaders().entrySet().stream()
            .map(
                each ->
                    each.getKey().toLowerCase(Locale.ROOT)
                        + ": "
                        + String.join(",", each.getValue()))
            .collect(Collectors.joining("\n"));
    answer(
        exchange,
        200,
        "text/plain;charset=UTF-8",
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + "\n"
            + headers
            + "\n\n"
            + body);
  }
}
