package io.countypulse.reporting.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A messenger's side: keeps what is sent to each of its addresses, and answers as it is told. */
final class Robot implements AutoCloseable {

  static final Answer TAKEN = new Answer(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");

  private final HttpServer server;
  private final Map<String, List<Request>> requests = new ConcurrentHashMap<>();
  private final Map<String, IntFunction<Answer>> answers = new ConcurrentHashMap<>();

  Robot() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  record Answer(int status, String body) {}

  record Request(String query, JsonNode body) {}

  String address(String path) {
    return "http://127.0.0.1:"
        + server.getAddress().getPort()
        + path
        + "?key=top-secret-key-"
        + path.substring(1);
  }

  List<Request> received(String path) {
    return requests.getOrDefault(path, List.of());
  }

  /** How this address answers its first, second … request. */
  void answers(String path, IntFunction<Answer> answer) {
    answers.put(path, answer);
  }

  /** Keeps the next callers of an address waiting until the gate opens. */
  void waits(String path, CountDownLatch gate) {
    answers.put(
        path,
        _ -> {
          try {
            gate.await();
          } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
          }
          return TAKEN;
        });
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    List<Request> before = requests.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>());
    before.add(
        new Request(exchange.getRequestURI().getRawQuery(), JsonMapper.shared().readTree(body)));
    Answer answer = answers.getOrDefault(path, _ -> TAKEN).apply(before.size());
    if (answer.status() / 100 == 3) {
      exchange.getResponseHeaders().add("Location", address("/elsewhere"));
    }
    byte[] text = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
