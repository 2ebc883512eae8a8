package io.countypulse.bench;

import io.countypulse.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bank's first position: handed in → loans, events and signed receipt committed. */
final class FeedSpeed implements Measure {

  private static final long POLL_NANOSECONDS = 50_000_000;

  private final ServiceProcess credit;
  private final LoanFeed feed;
  private final HttpClient http = HttpClient.newHttpClient();

  FeedSpeed(ServiceProcess credit, LoanFeed feed) {
    this.credit = credit;
    this.feed = feed;
  }

  @Override
  public double seconds() throws Exception {
    credit.forgetEverything();
    register();
    String token = TestTokens.shared().bankToken(LoanFeed.BANK);
    HttpRequest request =
        request("/api/credit/feeds", token)
            .header("X-Feed-Signature", feed.signature())
            .POST(BodyPublishers.ofByteArray(feed.bytes()))
            .build();
    long began = System.nanoTime();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    while (answer.statusCode() == 202) {
      LockSupport.parkNanos(POLL_NANOSECONDS);
      String location = answer.headers().firstValue("Location").orElseThrow();
      answer = http.send(request(location, token).GET().build(), BodyHandlers.ofString());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    check(JsonMapper.shared().readTree(answer.body()));
    credit.awaitEmptyOutbox();
    return seconds;
  }

  private void check(JsonNode receipt) {
    boolean right =
        receipt.at("/rows/applied").asInt() == feed.rows()
            && receipt.at("/totals/outstanding").asString().equals(feed.outstanding() + ".00");
    if (!right) {
      throw new IllegalStateException("receipt " + receipt);
    }
  }

  private void register() throws Exception {
    String body = "{\"name\":\"某银行\",\"publicKey\":\"" + feed.publicKey() + "\"}";
    HttpRequest request =
        request("/api/credit/banks/" + LoanFeed.BANK, credit.token())
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(credit.baseUrl() + path))
        .header("Authorization", "Bearer " + token);
  }
}
