package io.countypulse.local.city;

import io.countypulse.local.city.Accounts.Client;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** Calls the public API as a machine does, with a token got by client credentials. */
final class MachineClient {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI gateway;
  private final Client account;
  private volatile String token = "";

  MachineClient(URI gateway, Client account) {
    this.gateway = gateway;
    this.account = account;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path));
  }

  /** Sends; with a fresh token where the one at hand is not good any more. */
  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = sendWithToken(request);
    if (answer.statusCode() == 401) {
      token = freshToken();
      answer = sendWithToken(request);
    }
    return answer;
  }

  private HttpResponse<String> sendWithToken(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (token.isEmpty()) {
      token = freshToken();
    }
    return client.send(
        request.timeout(PATIENCE).setHeader("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofString());
  }

  private String freshToken() throws IOException, InterruptedException {
    String credentials = encoded(account.id()) + ":" + encoded(account.secret());
    byte[] basic = credentials.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        request("/oauth2/token")
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("no token: status " + answer.statusCode());
    }
    return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
