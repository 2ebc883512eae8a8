package io.countypulse.local.city;

import io.countypulse.local.Screen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers the banks' feeds as the banks would, the banks side by side, each bank's in the order of
 * their days. The name of the last one answered is a bank's mark: it and those before it are not
 * sent again.
 */
final class FeedLoading {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int TRIES = 30;

  private final Screen screen;
  private final MachineClient client;
  private final Ending ending;
  private final Marks marks;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong applied = new AtomicLong();

  FeedLoading(Screen screen, MachineClient client, Ending ending, Marks marks) {
    this.screen = screen;
    this.client = client;
    this.ending = ending;
    this.marks = marks;
  }

  void load(List<List<Feed>> banks) throws InterruptedException {
    List<List<Feed>> waiting =
        banks.stream().map(this::unanswered).filter(feeds -> !feeds.isEmpty()).toList();
    int count = waiting.stream().mapToInt(List::size).sum();
    CountDownLatch left = new CountDownLatch(waiting.size());
    waiting.forEach(feeds -> Thread.ofVirtual().start(() -> deliver(feeds, left)));
    while (!left.await(BETWEEN_LINES.toMillis(), TimeUnit.MILLISECONDS)) {
      screen.step("  贷款报送 %d/%d".formatted(answered.get(), count), "bank feeds");
    }
    if (count > 0) {
      screen.step(
          "贷款报送 %d 份，%,d 笔有变化".formatted(answered.get(), applied.get()),
          "bank feeds delivered, loans changed");
    }
  }

  private List<Feed> unanswered(List<Feed> feeds) {
    return feeds.stream().filter(feed -> feed.name().compareTo(marks.of(mark(feed))) > 0).toList();
  }

  private void deliver(List<Feed> feeds, CountDownLatch left) {
    try {
      for (Feed feed : feeds) {
        if (!deliver(feed)) {
          return;
        }
        marks.set(mark(feed), feed.name());
        answered.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      left.countDown();
    }
  }

  /** Sends one, again for a while if nobody answers; gives whether there was an answer. */
  private boolean deliver(Feed feed) throws InterruptedException {
    String problem = "";
    for (int attempt = 0; attempt < TRIES && !ending.now(); attempt++) {
      try {
        HttpResponse<String> answer = send(feed);
        if (answer.statusCode() == 422 || answer.statusCode() / 100 == 2) {
          understood(feed, answer);
          return true;
        }
        problem = answer.statusCode() + " " + answer.body();
        if (answer.statusCode() / 100 == 4 && answer.statusCode() != 429) {
          break;
        }
      } catch (IOException e) {
        problem = e.toString();
      }
      ending.within(BETWEEN_TRIES);
    }
    screen.step("%s %s 未能报送".formatted(feed.bank(), feed.name()), "not delivered: " + problem);
    return false;
  }

  /** The answer; a long feed's receipt is waited for. */
  private HttpResponse<String> send(Feed feed) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            client
                .request("/api/credit/feeds")
                .header("Content-Type", "application/octet-stream")
                .header("X-Feed-Name", feed.name())
                .header("X-Feed-Signature", feed.signature())
                .POST(BodyPublishers.ofFile(feed.path())));
    while (answer.statusCode() == 202 && !ending.within(BETWEEN_TRIES)) {
      String receipt = answer.headers().firstValue("Location").orElseThrow(IOException::new);
      answer = client.send(client.request(URI.create(receipt).getRawPath()));
    }
    return answer;
  }

  private void understood(Feed feed, HttpResponse<String> answer) {
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    JsonNode receipt = body.path("receipt").isObject() ? body.path("receipt") : body;
    if (receipt.path("status").asString("").equals("REFUSED")) {
      JsonNode why = receipt.path("refusals").path(0);
      screen.step(
          "%s %s 被退回：%s".formatted(feed.bank(), feed.name(), why.path("message").asString("")),
          why.path("messageEn").asString("refused"));
    }
    applied.addAndGet(receipt.path("rows").path("applied").asLong());
  }

  private static String mark(Feed feed) {
    return "feeds/" + feed.bank();
  }
}
