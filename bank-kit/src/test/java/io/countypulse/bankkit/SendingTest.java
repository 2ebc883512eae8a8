package io.countypulse.bankkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a service that answers as the platform's does. */
class SendingTest {

  private static final Path SAMPLES =
      Path.of("../contracts/src/main/resources/contracts/bank-feed");
  private static final Map<String, String> SECRET = Map.of(BankKit.SECRET, "s");
  private static final String ACCEPTED =
      """
      {"id":"1","message":"已接收","messageEn":"Accepted","refusals":[],\
      "rows":{"applied":8,"refused":0,"total":8,"unchanged":0},"status":"ACCEPTED"}\
      """;
  private static final String REFUSED =
      """
      {"id":"1","message":"整份退回","messageEn":"Refused","refusals":[{"code":"COUNT_MISMATCH",\
      "field":"明细数","line":1,"maskedValue":"","message":"明细数不符","messageEn":"another count"}],\
      "rows":{"applied":0,"refused":8,"total":8,"unchanged":0},"status":"REFUSED"}\
      """;

  @TempDir Path directory;

  private final List<String> calls = new ArrayList<>();
  private HttpServer server;
  private Path feed;
  private String receipt = ACCEPTED;
  private int status = 201;
  private boolean tampered;
  private String said = "";

  @BeforeEach
  void serve() throws Exception {
    feed = Files.copy(SAMPLES.resolve("2024-06-07.csv"), directory.resolve("feed.csv"));
    Files.copy(SAMPLES.resolve("2024-06-07.csv.sig"), directory.resolve("feed.csv.sig"));
    Keys.generate(directory.resolve("service"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
    server.createContext("/api/credit/feeds", this::take);
    server.createContext("/api/credit/receipt-key", this::giveKey);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void aFeedGoesOutSignedAndItsReceiptIsVerifiedAndKept() throws Exception {
    assertEquals(0, send(SECRET), said);
    String signature = Files.readString(directory.resolve("feed.csv.sig")).strip();
    assertEquals(List.of("Bearer t " + signature + " " + Files.size(feed)), calls);
    assertTrue(said.contains("ACCEPTED") && said.contains("回执签名有效"), said);
    String kept = directory.resolve("feed.csv.receipt.json").toString();
    assertEquals(0, kit(Map.of(), "verify", kept, "--key", key()), said);
    Files.writeString(Path.of(kept), Files.readString(Path.of(kept)).replace("8", "9"));
    assertEquals(1, kit(Map.of(), "verify", kept, "--key", key()));
  }

  @Test
  void aRefusedFeedIsExplainedInBothLanguages() throws Exception {
    status = 422;
    receipt = REFUSED;
    assertEquals(1, send(SECRET));
    assertTrue(said.contains("第 1 行 line 1 明细数 [COUNT_MISMATCH]"), said);
    assertTrue(said.contains("明细数不符") && said.contains("another count"), said);
    assertTrue(said.contains("回执签名有效"), said);
  }

  @Test
  void aReceiptSomebodyElseSignedIsNotBelieved() throws Exception {
    tampered = true;
    assertEquals(1, send(SECRET));
    assertTrue(said.contains("请勿采信") && said.contains("do not rely on it"), said);
  }

  @Test
  void withoutSecretOrRightItEndsWithASentence() throws Exception {
    assertEquals(2, send(Map.of()));
    assertTrue(said.contains(BankKit.SECRET), said);
    status = 403;
    assertEquals(2, send(SECRET));
    assertTrue(said.contains("服务答复 403"), said);
  }

  private int send(Map<String, String> environment) throws InterruptedException {
    String to = "http://127.0.0.1:" + server.getAddress().getPort();
    return kit(environment, "send", feed.toString(), "--to", to, "--client", "bank");
  }

  private int kit(Map<String, String> environment, String... words) throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream screen = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code = new BankKit(screen, Clock.systemUTC(), environment).run(List.of(words));
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  private String key() {
    return directory.resolve("service/public.txt").toString();
  }

  private void giveKey(HttpExchange exchange) throws IOException {
    String known = Files.readString(directory.resolve("service/public.txt")).strip();
    answer(exchange, 200, "{\"keyId\":\"k\",\"publicKey\":\"" + known + "\"}");
  }

  private void take(HttpExchange exchange) throws IOException {
    int size = exchange.getRequestBody().readAllBytes().length;
    var headers = exchange.getRequestHeaders();
    calls.add(
        headers.getFirst("Authorization")
            + " "
            + headers.getFirst("X-Feed-Signature")
            + " "
            + size);
    String shown = signed(tampered ? receipt.replace("8", "7") : receipt);
    answer(exchange, status, status == 422 ? "{\"receipt\":" + shown + "}" : shown);
  }

  /** With the signature of the receipt as it was before somebody changed it. */
  private String signed(String shown) throws IOException {
    Path canonical = Files.writeString(directory.resolve("canonical"), receipt);
    String signature = Keys.sign(canonical, directory.resolve("service/private.pem"));
    return shown.substring(0, shown.length() - 1)
        + ",\"keyId\":\"k\",\"signature\":\"%s\"}".formatted(signature);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
