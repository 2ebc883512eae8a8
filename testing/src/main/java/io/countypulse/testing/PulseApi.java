package io.countypulse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One machine client of the public API, as an integrator would write it: only HTTP and JSON, no
 * class of the product.
 */
public final class PulseApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String baseUrl;
  private final String clientId;
  private final String secret;
  private String token = "";

  private PulseApi(String baseUrl, String clientId, String secret) {
    this.baseUrl = baseUrl;
    this.clientId = clientId;
    this.secret = secret;
  }

  /** Signs in as a client of {@code accounts.json}. */
  public static PulseApi signIn(Path accountsFile, String clientId) {
    try {
      JsonNode accounts = JSON.readTree(Files.readString(accountsFile));
      for (JsonNode client : accounts.get("clients")) {
        if (client.get("id").asString().equals(clientId)) {
          var api =
              new PulseApi(
                  accounts.get("baseUrl").asString(), clientId, client.get("secret").asString());
          api.renewToken();
          return api;
        }
      }
      throw new IllegalArgumentException("no client " + clientId + " in " + accountsFile);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A caller who already holds a token; {@code baseUrl} may be a single service's. */
  public static PulseApi withToken(String baseUrl, String token) {
    var api = new PulseApi(baseUrl, "", "");
    api.token = token;
    return api;
  }

  /** The same caller at another address. */
  public PulseApi at(String otherBaseUrl) {
    return withToken(otherBaseUrl, token);
  }

  /** Asks for a new token: the old one may have expired. */
  public void renewToken() {
    String basic =
        Base64.getEncoder()
            .encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    token = json(send(request)).get("access_token").asString();
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).timeout(Duration.ofSeconds(60)).GET().build());
  }

  public JsonNode getJson(String path) {
    var response = get(path);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "GET " + path + " → " + response.statusCode() + " " + response.body());
    }
    return json(response);
  }

  /** A file as it is handed out. */
  public byte[] getBytes(String path) {
    HttpResponse<byte[]> response =
        send(
            request(path).timeout(Duration.ofSeconds(60)).GET().build(),
            BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("GET " + path + " → " + response.statusCode());
    }
    return response.body();
  }

  /** Posts a JSON document. */
  public HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Puts a JSON document. */
  public HttpResponse<String> put(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  /** Delivers a bank's feed with its signature; the answer is the receipt, or a problem with it. */
  public HttpResponse<String> deliver(byte[] feed, String signature) {
    return send(
        request("/api/credit/feeds")
            .header("Content-Type", "application/octet-stream")
            .header("X-Feed-Signature", signature)
            .POST(BodyPublishers.ofByteArray(feed))
            .build());
  }

  /** Uploads a file; the answer may be a {@code 202} or a problem. */
  public HttpResponse<String> upload(String service, String kind, String parameters, Path file) {
    String boundary = "pulse-" + UUID.randomUUID();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, file.getFileName());
    try {
      BodyPublisher body =
          BodyPublishers.concat(
              BodyPublishers.ofString(head),
              BodyPublishers.ofFile(file),
              BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
      return send(
          request("/api/" + service + "/imports?kind=" + kind + parameters)
              .header("Content-Type", "multipart/form-data; boundary=" + boundary)
              .POST(body)
              .build());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Uploads and waits until the import has ended, whatever restarts in between. */
  public JsonNode importFile(String service, String kind, String parameters, Path file) {
    var accepted = upload(service, kind, parameters, file);
    if (accepted.statusCode() != 202) {
      throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
    }
    return awaitImport(accepted.headers().firstValue("Location").orElseThrow());
  }

  /** The import's resource once it has ended. */
  public JsonNode awaitImport(String location) {
    String path = location.startsWith("http") ? URI.create(location).getPath() : location;
    return Eventually.get(
        "import " + path + " ends",
        Duration.ofMinutes(3),
        () -> {
          var response = get(path);
          if (response.statusCode() != 200) {
            return null;
          }
          JsonNode job = json(response);
          return List.of("COMPLETED", "REFUSED", "FAILED").contains(job.get("status").asString())
              ? job
              : null;
        });
  }

  /** Opens the stream of figures; the caller closes it. */
  public InputStream stream(String query) {
    try {
      var response =
          HTTP.send(
              request("/api/reporting/figures/stream" + query)
                  .header("Accept", "text/event-stream")
                  .GET()
                  .build(),
              BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("stream → " + response.statusCode());
      }
      return response.body();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    try {
      return HTTP.send(request, body);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }
}
