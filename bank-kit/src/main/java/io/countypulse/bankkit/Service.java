package io.countypulse.bankkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** The platform, as a bank's machine client sees it. */
final class Service {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI address;
  private final String token;

  private Service(URI address, String id, String secret) throws IOException, InterruptedException {
    this.address = address;
    this.token = token(id, secret);
  }

  /** Signs in by client credentials (RFC 6749 § 4.4). */
  static Service signIn(URI address, String id, String secret)
      throws IOException, InterruptedException {
    return new Service(address, id, secret);
  }

  /** Sends a feed and waits for its receipt. */
  Receipt send(Path feed, String signature) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        call(
            request("/api/credit/feeds")
                .header("Content-Type", "application/octet-stream")
                .header("X-Feed-Signature", signature)
                .header("X-Feed-Name", encoded(String.valueOf(feed.getFileName())))
                .POST(BodyPublishers.ofFile(feed)));
    while (answer.statusCode() == 202) {
      String location = answer.headers().firstValue("Location").orElseThrow();
      answer = call(request(URI.create(location).getRawPath()).header("Prefer", "wait=50"));
    }
    if (answer.statusCode() / 100 != 2 && answer.statusCode() != 422) {
      throw notUnderstood(answer);
    }
    return Receipt.read(answer.body());
  }

  /** The key the service signs receipts with. */
  PublicKey receiptKey() throws IOException, InterruptedException {
    HttpResponse<String> answer = call(request("/api/credit/receipt-key"));
    if (answer.statusCode() != 200) {
      throw notUnderstood(answer);
    }
    return Keys.publicKey(
        JsonMapper.shared().readTree(answer.body()).path("publicKey").asString(""));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> call(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
  }

  private String token(String id, String secret) throws IOException, InterruptedException {
    byte[] basic = (encoded(id) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        client.send(
            request("/oauth2/token")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new Complaint(
          "无法登录（" + answer.statusCode() + "），请检查客户端编号和密钥。",
          "No access (" + answer.statusCode() + "): check the client's id and secret.");
    }
    return JsonMapper.shared().readTree(answer.body()).path("access_token").asString("");
  }

  private static Complaint notUnderstood(HttpResponse<String> answer) {
    return new Complaint(
        "服务答复 " + answer.statusCode() + "：" + answer.body(),
        "The service answered " + answer.statusCode() + ".");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
