package io.countypulse.local.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countypulse.local.Screen;
import io.countypulse.local.state.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an import API that fails now and then, as it does while a process restarts. */
class LoadingTest {
  private static final String ACCOUNTS =
      """
      {"baseUrl": "http://localhost", "users": [],
       "clients": [{"id": "lead", "secret": "s&cret", "roles": ["EMPLOYMENT_LEAD"], "counties": []},
                   {"id": "credit", "secret": "s", "roles": ["CREDIT_LEAD"], "counties": []},
                   {"id": "subsidy", "secret": "s", "roles": ["SUBSIDY_LEAD"], "counties": []}]}
      """;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Screen screen = new Screen(new PrintStream(said, true, StandardCharsets.UTF_8));
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> feeds = new CopyOnWriteArrayList<>();
  private final AtomicInteger targets = new AtomicInteger();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();

  @TempDir Path directory;

  private StateFolder state;
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    state = new StateFolder(directory.resolve("state")).create();
    Files.writeString(state.accounts(), ACCOUNTS);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
    server.createContext("/api/employment/imports", this::handIn);
    server.createContext("/api/employment/imports/7", this::progress);
    server.createContext("/api/credit/imports", this::takeTargets);
    server.createContext("/api/credit/feeds", this::takeFeed);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void theFilesGoInOnceThoughTheServiceStumbles() throws Exception {
    Path folder = city();
    Files.writeString(folder.resolve("workers.csv"), "人编号\nP1\n");
    City city = City.of(state, folder);
    load(city);
    assertEquals(2, posts.get());
    assertTrue(bodies.getLast().contains("人编号\nP1\n"));
    assertEquals("COMPLETED", City.of(state, null).loaded().get("workers.csv"));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("workers.csv 导入 1 行，未变 0 行，退回 0 行"));
    load(City.of(state, null));
    assertEquals(2, posts.get());
  }

  @Test
  void targetsAreForCreditToo() throws Exception {
    Path folder = city();
    Files.writeString(folder.resolve("targets.csv"), "项目\n小额信贷发放\n");
    posts.set(1);
    looks.set(2);
    load(City.of(state, folder));
    assertEquals(1, targets.get());
    assertEquals("COMPLETED", City.of(state, null).loaded().get("credit/targets.csv"));
  }

  @Test
  void feedsGoInByDayAndNoneTwiceThoughOneIsRefused() throws Exception {
    Path folder = city();
    for (String feed : List.of("A/2024-06-03.csv", "A/2024-06-04.csv", "B/2024-06-03.jsonl")) {
      feed(folder, feed);
    }
    load(City.of(state, folder));
    assertEquals(List.of("A/2024-06-03.csv", "A/2024-06-04.csv"), feeds("A/"));
    assertEquals(List.of("B/2024-06-03.jsonl", "B/2024-06-03.jsonl"), feeds("B/"));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("A 2024-06-04.csv 被退回：笔数不符"));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("贷款报送 3 份，4 笔有变化"));
    feeds.clear();
    load(City.of(state, null));
    assertEquals(List.of(), feeds);
    feed(folder, "A/2024-06-05.csv");
    load(City.of(state, null));
    assertEquals(List.of("A/2024-06-05.csv"), feeds);
  }

  private Path city() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("dali"));
    Files.writeString(folder.resolve("units.csv"), "code\n");
    Files.writeString(folder.resolve("city.json"), "{}");
    return folder;
  }

  private static void feed(Path city, String name) throws IOException {
    Path file = city.resolve("feeds").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
    Files.writeString(Path.of(file + ".sig"), "signature of " + name + "\n");
  }

  private List<String> feeds(String bank) {
    return feeds.stream().filter(feed -> feed.startsWith(bank)).toList();
  }

  private void load(City city) throws InterruptedException {
    URI gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    Loading.load(city, state, gateway, screen, _ -> false);
  }

  private void handIn(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (posts.getAndIncrement() == 0) {
      answer(exchange, 503, "");
      return;
    }
    assertEquals("kind=workers", exchange.getRequestURI().getQuery());
    exchange.getResponseHeaders().set("Location", "http://elsewhere/api/employment/imports/7");
    answer(exchange, 202, "");
  }

  private void progress(HttpExchange exchange) throws IOException {
    switch (looks.getAndIncrement()) {
      case 0 -> answer(exchange, 200, "{\"status\":\"RUNNING\",\"progress\":{\"rowsRead\":1}}");
      case 1 -> answer(exchange, 502, "");
      default -> answer(exchange, 200, "{\"status\":\"COMPLETED\",\"rows\":{\"applied\":1}}");
    }
  }

  private void takeTargets(HttpExchange exchange) throws IOException {
    assertEquals("kind=targets", exchange.getRequestURI().getQuery());
    targets.incrementAndGet();
    exchange.getResponseHeaders().set("Location", "http://elsewhere/api/employment/imports/7");
    answer(exchange, 202, "");
  }

  /** Bank B's service restarts at first; of bank A's feeds one is refused. */
  private void takeFeed(HttpExchange exchange) throws IOException {
    String feed = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    feeds.add(feed);
    if (feed.startsWith("B/") && feeds("B/").size() == 1) {
      answer(exchange, 503, "");
    } else if (!exchange
        .getRequestHeaders()
        .getFirst("X-Feed-Signature")
        .equals("signature of " + feed)) {
      answer(exchange, 400, "");
    } else if (feed.contains("06-04")) {
      answer(
          exchange,
          422,
          "{\"receipt\":{\"status\":\"REFUSED\",\"refusals\":[{\"message\":\"笔数不符\"}]}}");
    } else {
      answer(exchange, 200, "{\"status\":\"ACCEPTED\",\"rows\":{\"applied\":2}}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
