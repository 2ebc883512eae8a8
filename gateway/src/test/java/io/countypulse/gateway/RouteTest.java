package io.countypulse.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RouteTest {

  private static final int MEGABYTE = 1 << 20;

  private final RunningGateway gateway = RunningGateway.shared();
  private final SmallService service = SmallService.shared();
  private final Machine leader = Machine.of(gateway, "leader");

  @Test
  void anEventArrivesBeforeTheNextIsSent() throws Exception {
    SynchronousQueue<String> toSend = new SynchronousQueue<>();
    service.on(
        "/api/reporting/figures/stream",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            for (String event = take(toSend); !event.equals("end"); event = take(toSend)) {
              out.write(("event: frame\ndata: " + event + "\n\n").getBytes(UTF_8));
              out.flush();
            }
          }
        });
    HttpResponse<InputStream> stream = open("/api/reporting/figures/stream");
    assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
      for (String event : new String[] {"first", "second", "third"}) {
        toSend.put(event);
        assertThat(lines.readLine()).isEqualTo("event: frame");
        assertThat(lines.readLine()).isEqualTo("data: " + event);
        assertThat(lines.readLine()).isEmpty();
      }
      toSend.put("end");
      assertThat(lines.readLine()).isNull();
    }
  }

  @Test
  void aReaderWhoLeavesIsNotReadForAnyLonger() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    service.on(
        "/api/reporting/alerts/stream",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(": still here\n\n".getBytes(UTF_8));
              out.flush();
            }
          } catch (IOException gone) {
            closed.countDown();
          }
        });
    HttpResponse<InputStream> stream = open("/api/reporting/alerts/stream");
    assertThat(stream.body().read()).isEqualTo(':');
    stream.body().close();
    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aLargeFileIsPassedOnWhileItArrives() throws Exception {
    BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();
    service.on(
        "/api/employment/imports",
        exchange -> {
          byte[] chunk = new byte[MEGABYTE];
          int total = 0;
          for (int count = read(exchange.getRequestBody(), chunk);
              count > 0;
              count = read(exchange.getRequestBody(), chunk)) {
            total += count;
            arrived.add(total);
          }
          SmallService.answer(exchange, 202, "application/json", "{\"bytes\":" + total + "}");
        });
    InputStream file =
        new InputStream() {
          private int sent;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          // Runs at most two megabytes ahead of what the service has: one is on its way.
          @Override
          public int read(byte[] bytes, int offset, int length) {
            if (sent > MEGABYTE && sent % MEGABYTE == 0) {
              assertThat(take(arrived)).isEqualTo(sent - MEGABYTE);
            }
            int count =
                Math.min(length, Math.min(64 * MEGABYTE - sent, MEGABYTE - sent % MEGABYTE));
            sent += count;
            return count == 0 ? -1 : count;
          }
        };
    HttpResponse<String> answer =
        Machine.send(
            leader
                .request("/api/employment/imports")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> file)));
    service.on("/api/employment/imports", SmallService::echo);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"bytes\":" + 64 * MEGABYTE + "}");
  }

  @Test
  void bytesSentAsAFormStayAsTheyAre() {
    String feed = "H,B001,2024-06-10&a=b%20c+d";
    HttpResponse<String> answer =
        Machine.send(
            leader
                .request("/api/employment/imports?kind=workers")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(feed)));
    assertThat(answer.body())
        .startsWith("POST /api/employment/imports?kind=workers\n")
        .contains("content-length: " + feed.length())
        .endsWith("\n\n" + feed);
  }

  @Test
  void aServiceNeverTakesHalfAFileForAWholeOne() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    service.on(
        "/api/employment/cut",
        exchange -> {
          try (InputStream body = exchange.getRequestBody()) {
            assertThat(body.readNBytes(5)).asString(UTF_8).isEqualTo("hello");
            begun.countDown();
            body.transferTo(OutputStream.nullOutputStream());
            seen.completeExceptionally(new AssertionError("looked whole"));
          } catch (IOException cut) {
            seen.complete(cut);
          }
        });
    String half =
        """
        POST /api/employment/cut HTTP/1.1
        Host: localhost
        Transfer-Encoding: chunked
        Authorization: Bearer %s

        10000
        hello%s
        """
            .formatted(leader.token(), " ".repeat(0x10000 - 5))
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.url("").getPort())) {
      socket.getOutputStream().write(half.getBytes(UTF_8));
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(seen.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
  }

  @Test
  void anAnswerCutOffNeverLooksWhole() {
    service.on(
        "/api/employment/half",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/csv");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[100_000]);
          exchange.getResponseBody().flush();
          throw new IOException("the service dies");
        });
    assertThatThrownBy(() -> leader.get("/api/employment/half"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aServiceThatIsDownIsAProblemInChinese() {
    HttpResponse<String> answer = leader.get("/api/credit/loans");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.body()).contains("小额信贷服务暂时没有响应", "\"code\":\"UNAVAILABLE\"");
  }

  @Test
  void whatACallerClaimsAboutItselfIsDropped() {
    String seen =
        Machine.send(
                leader
                    .request("/api/employment/workers")
                    .header("X-Forwarded-For", "10.1.1.1")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("Forwarded", "for=10.1.1.1")
                    .header("X-Real-IP", "10.1.1.1")
                    .header("X-Pulse-Counties", "530100")
                    .header("X-User", "leader")
                    .header("X-Original-URL", "/actuator/env")
                    .header(
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .header("Accept-Language", "zh"))
            .body();
    assertThat(seen)
        .doesNotContain("10.1.1.1", "evil.example", "x-pulse", "x-user", "x-original")
        .contains(
            "x-forwarded-for: 127.0.0.1",
            "x-forwarded-host: localhost:" + gateway.url("").getPort(),
            "x-forwarded-proto: http",
            "traceparent: 00-",
            "accept-language: zh");
  }

  @Test
  void aServicesOwnAddressStaysInside() {
    service.on(
        "/api/employment/imports/1",
        exchange -> {
          String host = exchange.getRequestHeaders().getFirst("Host");
          exchange
              .getResponseHeaders()
              .set("Location", "http://" + host + "/api/employment/imports/1?x=1");
          exchange.getResponseHeaders().set("Set-Cookie", "JSESSIONID=1");
          exchange.getResponseHeaders().set("Server", "inside");
          SmallService.answer(exchange, 303, "text/plain", "");
        });
    HttpResponse<String> answer = leader.get("/api/employment/imports/1");
    assertThat(answer.headers().firstValue("Location")).contains("/api/employment/imports/1?x=1");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  /** The service is asked, and does not run here; whatever else it has stays closed. */
  @Test
  void citizensReadTheNoticeWithoutAnAccountAndNothingElse() {
    assertThat(Machine.send(gateway.request("/api/subsidy/notices")).statusCode()).isEqualTo(503);
    for (String path :
        new String[] {"/api/subsidy/noticesx", "/api/subsidy/cases", "/api/subsidy/objections"}) {
      assertThat(Machine.send(gateway.request(path)).statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void pathsCannotLeadOutOfTheirService() {
    assertThat(leader.get("/api/employment/../../actuator/env").statusCode())
        .isIn(400, 401, 403, 404);
    assertThat(leader.get("/api/employment/%2e%2e/%2e%2e/actuator/env").statusCode())
        .isIn(400, 401, 403, 404);
    HttpResponse<String> nothing = leader.get("/api/nothing/here");
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(nothing.body()).contains("\"code\":\"NOT_FOUND\"", "\"detailEn\"");
    assertThat(leader.get("/ServiceHeaders").body()).contains("the app");
  }

  private HttpResponse<InputStream> open(String path) {
    HttpResponse<InputStream> stream =
        Machine.send(leader.request(path), BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    return stream;
  }

  private static int read(InputStream body, byte[] chunk) throws IOException {
    return body.readNBytes(chunk, 0, chunk.length);
  }

  private static <T> T take(BlockingQueue<T> queue) {
    try {
      T value = queue.poll(20, TimeUnit.SECONDS);
      if (value == null) {
        throw new AssertionError("nothing came");
      }
      return value;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
