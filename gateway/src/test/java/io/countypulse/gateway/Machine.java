package io.countypulse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** A program that fetches a token and shows it. */
final class Machine {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final RunningGateway gateway;
  private final String token;

  private Machine(RunningGateway gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  static Machine of(RunningGateway gateway, String client) {
    HttpResponse<String> answer = fetchToken(gateway, client, gateway.secretOf(client));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return withToken(
        gateway, JsonMapper.shared().readTree(answer.body()).path("access_token").asString());
  }

  static Machine withToken(RunningGateway gateway, String token) {
    return new Machine(gateway, token);
  }

  static HttpResponse<String> fetchToken(RunningGateway gateway, String client, String secret) {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return send(
        gateway
            .request("/oauth2/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")));
  }

  String token() {
    return token;
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpRequest.Builder request(String path) {
    return gateway.request(path).header("Authorization", "Bearer " + token);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return CLIENT.send(request.build(), handler);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
