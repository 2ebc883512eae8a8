package io.countypulse.platform.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countypulse.testing.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a desk who hands files in over HTTP. */
final class Desk {

  private static final String BOUNDARY = "----county-pulse-test";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final String base;
  private final String token;

  Desk(int port, String role, String... counties) {
    this.port = port;
    base = "http://127.0.0.1:" + port + "/api/test/imports";
    token = TestTokens.shared().token(role, counties);
  }

  HttpResponse<byte[]> upload(String query, String fileName, byte[] content) {
    return send(
        request(query)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(multipart(fileName, content)))
            .build());
  }

  /** Hands a file in and waits for its end. */
  JsonNode imported(String query, String fileName, byte[] content) {
    HttpResponse<byte[]> response = upload(query, fileName, content);
    if (response.statusCode() != 202) {
      throw new AssertionError(response.statusCode() + " " + new String(response.body(), UTF_8));
    }
    return finished(json(response).get("id").asString());
  }

  JsonNode imported(String csv) {
    return imported("?kind=people", "people.csv", csv.getBytes(UTF_8));
  }

  JsonNode finished(String id) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> json(get("/" + id)),
            answer ->
                !answer.get("status").asString().equals("QUEUED")
                    && !answer.get("status").asString().equals("RUNNING"));
  }

  HttpResponse<byte[]> get(String path) {
    return send(request(path).build());
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  static byte[] multipart(String fileName, byte[] content) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return body.toByteArray();
  }

  int port() {
    return port;
  }

  String token() {
    return token;
  }

  static String boundary() {
    return BOUNDARY;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
