package io.countypulse.local.city;

import io.countypulse.local.city.Accounts.Client;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public import API, used as any other machine client uses it. */
final class ImportApi {
  private static final String BOUNDARY = "county-pulse-file";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final Client account;
  private String token = "";

  ImportApi(URI base, Client account) {
    this.base = base;
    this.account = account;
  }

  /** Hands a file in; the answer's location is the import. */
  HttpResponse<String> handIn(CityFile file) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/api/employment/imports?kind=" + file.kind()))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(multipart(file));
    return send(request);
  }

  /** How far the import is. */
  JsonNode progress(URI location) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve(location.getRawPath())));
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
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
        HttpRequest.newBuilder(base.resolve("/oauth2/token"))
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

  private static BodyPublisher multipart(CityFile file) throws FileNotFoundException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, file.name());
    return BodyPublishers.concat(
        BodyPublishers.ofString(head),
        BodyPublishers.ofFile(file.path()),
        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
  }
}
