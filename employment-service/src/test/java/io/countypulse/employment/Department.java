package io.countypulse.employment;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.testing.Eventually;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service on real parts, and a superuser's view of its tables. */
public final class Department {

  /** The business date of the tests. */
  public static final String TODAY = "2024-06-10";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext service;
  private final JdbcClient database;

  private Department(ConfigurableApplicationContext service, JdbcClient database) {
    this.service = service;
    this.database = database;
  }

  /** The one most tests share; its outbox is not relayed, so that it can be read. */
  public static Department shared() {
    return Shared.DEPARTMENT;
  }

  static Department start(boolean relay) {
    Database parts = RealParts.database("employment");
    Map<String, Object> properties = new HashMap<>(RealParts.properties(parts));
    properties.putAll(TestTokens.shared().properties());
    properties.put("server.port", 0);
    properties.put("pulse.city.directory", "../demo-city/src/main/resources/kunming");
    properties.put("pulse.city.today", TODAY);
    properties.put("pulse.outbox.relay", relay);
    properties.put("logging.structured.format.console", "");
    if (relay) {
      properties.put("spring.kafka.bootstrap-servers", RealParts.bootstrapServers());
    }
    String[] arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    return new Department(
        SpringApplication.run(EmploymentService.class, arguments), superuser(parts));
  }

  /** Forgets everything but the audit log. */
  public Department reset() {
    database
        .sql(
            """
            truncate household, worker, target, outbox, import_job, import_reject, household_past, worker_past,
              target_past, merged_worker, amendment, review, idempotency_key, survey, return_contact, watch_visit,
              training_session, trainee, business, workplace, workplace_person, workshop_post, workshop_told, cooperation_target,
              ledger_report cascade
            """)
        .update();
    return this;
  }

  public JdbcClient database() {
    return database;
  }

  <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  void stop() {
    service.close();
  }

  /** As the lead of the whole city. */
  public Import imports(String kind, String file) {
    return imports(kind, "asOf=" + TODAY, file, lead());
  }

  public Import imports(String kind, String parameters, String file, String token) {
    HttpResponse<String> accepted = upload(kind, parameters, file, token);
    if (accepted.statusCode() != 202) {
      throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
    }
    String location = URI.create(accepted.headers().firstValue("Location").orElseThrow()).getPath();
    JsonNode outcome =
        Eventually.get(
            "import ends",
            Duration.ofMinutes(5),
            () -> {
              JsonNode job = json(get(location, token));
              return List.of("COMPLETED", "REFUSED", "FAILED")
                      .contains(job.at("/status").asString())
                  ? job
                  : null;
            });
    return new Import(outcome, get(location + "/rejects", token).body());
  }

  /** What became of a file. */
  public record Import(JsonNode outcome, String rejects) {
    public String status() {
      return outcome.at("/status").asString();
    }

    /** applied, unchanged, skipped, rejected */
    public List<Integer> rows() {
      JsonNode rows = outcome.at("/rows");
      return List.of(
          rows.at("/applied").asInt(),
          rows.at("/unchanged").asInt(),
          rows.at("/skipped").asInt(),
          rows.at("/rejected").asInt());
    }

    public Map<String, Integer> flags() {
      Map<String, Integer> flags = new HashMap<>();
      outcome
          .at("/flags")
          .properties()
          .forEach(flag -> flags.put(flag.getKey(), flag.getValue().asInt()));
      return flags;
    }
  }

  /** The city's figure. */
  public int figure(String indicator, String day) {
    return figure(indicator, "530100", day);
  }

  /** A figure that is a count; zero where the place has none. */
  public int figure(String indicator, String county, String day) {
    return cell(indicator, county, day).at("/value").asInt(0);
  }

  /** A figure with its state. */
  public JsonNode cell(String indicator, String county, String day) {
    return read("/api/employment/figures?asOf=" + day, lead())
        .at("/figures")
        .valueStream()
        .filter(figure -> figure.at("/county").asString().equals(county))
        .filter(figure -> figure.at("/indicator").asString().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  public HttpResponse<String> upload(String kind, String parameters, String file, String token) {
    String boundary = "part-of-a-test";
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.csv\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, kind, file, boundary);
    return send(
        request("/api/employment/imports?kind=" + kind + "&" + parameters, token)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build());
  }

  public HttpResponse<String> get(String path, String token) {
    return send(request(path, token).GET().build());
  }

  public HttpResponse<byte[]> bytes(String path, String token) {
    return send(request(path, token).GET().build(), BodyHandlers.ofByteArray());
  }

  /** The JSON of an answer that must be good. */
  public JsonNode read(String path, String token) {
    HttpResponse<String> response = get(path, token);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return json(response);
  }

  public HttpResponse<String> post(String path, String body, String token) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** A write with a key of its own. */
  public HttpResponse<String> write(String method, String path, String body, String token) {
    return write(method, path, body, null, token);
  }

  /** A write with a key of its own; version null for one that needs none. */
  public HttpResponse<String> write(
      String method, String path, String body, @Nullable Long version, String token) {
    return write(UUID.randomUUID().toString(), method, path, body, version, token);
  }

  /** A write with this key. */
  public HttpResponse<String> write(
      String key, String method, String path, String body, @Nullable Long version, String token) {
    HttpRequest.Builder request =
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .method(method, BodyPublishers.ofString(body));
    return send(
        (version == null ? request : request.header("If-Match", "\"" + version + "\"")).build());
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  public static String lead() {
    return TestTokens.shared().token("EMPLOYMENT_LEAD", "530100");
  }

  public static String clerk(String... counties) {
    return TestTokens.shared().token("EMPLOYMENT_CLERK", counties);
  }

  /** Events not yet published, oldest first, which are then forgotten. */
  public List<Event> events() {
    return database
        .sql(
            "with taken as (delete from outbox returning *) select topic, key, payload from taken"
                + " order by id")
        .query((row, _) -> new Event(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /** An event as it is published. */
  public record Event(String topic, String key, String payload) {
    public JsonNode json() {
      return JSON.readTree(payload);
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return HTTP.send(request, body);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JdbcClient superuser(Database parts) {
    String name = parts.url().substring(parts.url().lastIndexOf('/'));
    String url = RealParts.adminUrl().replaceFirst("/postgres(?=\\?)", name);
    return JdbcClient.create(new SingleConnectionDataSource(url, true));
  }

  private static final class Shared {
    static final Department DEPARTMENT = start(false);
  }
}
