package io.countypulse.subsidy;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.platform.topic.TopicReader;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
  private final Map<String, Object> properties;

  private Department(Map<String, Object> properties, JdbcClient database) {
    this.properties = properties;
    this.service = run(properties);
    this.database = database;
  }

  /** The one most tests share; its outbox is not relayed, so that it can be read. */
  public static Department shared() {
    return Shared.DEPARTMENT;
  }

  /** A service of its own, that neither listens nor publishes unless told to. */
  public static Department start(Map<String, Object> more) {
    Database parts = RealParts.database("subsidy");
    Map<String, Object> properties = new HashMap<>(RealParts.properties(parts));
    properties.putAll(TestTokens.shared().properties());
    properties.put("server.port", 0);
    properties.put("pulse.city.directory", "../demo-city/src/main/resources/kunming");
    properties.put("pulse.city.today", TODAY);
    properties.put("pulse.outbox.relay", false);
    properties.put("pulse.subsidy.listen", false);
    properties.put("logging.structured.format.console", "");
    properties.putAll(more);
    return new Department(properties, superuser(parts));
  }

  /** Another instance on the same database. */
  public Department again() {
    return again(Map.of());
  }

  /** Another instance on the same database, with some settings changed. */
  public Department again(Map<String, Object> more) {
    Map<String, Object> changed = new HashMap<>(properties);
    changed.putAll(more);
    return new Department(changed, database);
  }

  private static ConfigurableApplicationContext run(Map<String, Object> properties) {
    String[] arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    return SpringApplication.run(SubsidyService.class, arguments);
  }

  /** Forgets everything but the audit log and what was shipped. */
  public Department reset() {
    String kept = "'flyway_schema_history', 'case_transition', 'programme', 'programme_version'";
    List<String> tables =
        database
            .sql(
                "select tablename from pg_tables where schemaname = 'public' and tablename not like 'audit%'"
                    + " and tablename not in ("
                    + kept
                    + ")")
            .query(String.class)
            .list();
    database.sql("truncate " + String.join(", ", tables) + " cascade").update();
    return this;
  }

  public JdbcClient database() {
    return database;
  }

  public void stop() {
    service.close();
  }

  /** A part of the service. */
  public <T> T part(Class<T> type) {
    return service.getBean(type);
  }

  /** Events of another department, heard in one batch. */
  public void hears(String topic, String... events) {
    String entity = topic.split("\\.", -1)[1];
    service.getBean(entity + "Events", TopicReader.Taker.class).take(records(topic, events));
  }

  private static List<ConsumerRecord<String, byte[]>> records(String topic, String... events) {
    return Arrays.stream(events)
        .map(
            event -> {
              var record =
                  new ConsumerRecord<>(topic, 0, 0, "", event.getBytes(StandardCharsets.UTF_8));
              record
                  .headers()
                  .add("ce_type", ("io.countypulse." + topic).getBytes(StandardCharsets.UTF_8));
              return record;
            })
        .toList();
  }

  /** Imports a file as the lead of the whole city, and waits for its end. */
  public JsonNode imports(String kind, String asOf, String file) {
    return imports(kind, asOf, file, lead());
  }

  /** Imports a file and waits for its end. */
  public JsonNode imports(String kind, String asOf, String file, String token) {
    String boundary = "part-of-a-test";
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.csv\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, kind, file, boundary);
    HttpResponse<String> accepted =
        send(
            request("/api/subsidy/imports?kind=" + kind + "&asOf=" + asOf, token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body))
                .build());
    String location = URI.create(accepted.headers().firstValue("Location").orElseThrow()).getPath();
    return Eventually.get(
        "import ends",
        Duration.ofMinutes(1),
        () -> {
          JsonNode job = read(location, token);
          return List.of("COMPLETED", "REFUSED", "FAILED").contains(job.at("/status").asString())
              ? job
              : null;
        });
  }

  /** applied, unchanged, skipped, rejected */
  public static List<Integer> rows(JsonNode outcome) {
    JsonNode rows = outcome.at("/rows");
    return List.of(
        rows.at("/applied").asInt(),
        rows.at("/unchanged").asInt(),
        rows.at("/skipped").asInt(),
        rows.at("/rejected").asInt());
  }

  /** How many rows were noted for what. */
  public static Map<String, Integer> flags(JsonNode outcome) {
    Map<String, Integer> flags = new HashMap<>();
    outcome
        .at("/flags")
        .properties()
        .forEach(flag -> flags.put(flag.getKey(), flag.getValue().asInt()));
    return flags;
  }

  /** The file that comes back. */
  public String rejects(JsonNode outcome) {
    return get("/api/subsidy/imports/" + outcome.at("/id").asString() + "/rejects", lead()).body();
  }

  public HttpResponse<String> get(String path, @Nullable String token) {
    return send(request(path, token).GET().build());
  }

  /** The JSON of an answer that must be good. */
  public JsonNode read(String path, String token) {
    HttpResponse<String> response = get(path, token);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return json(response);
  }

  public JsonNode read(String path) {
    return read(path, lead());
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** A write with a key of its own. */
  public HttpResponse<String> write(String method, String path, String body, String token) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  /** A step with a record of this version, under a key of its own. */
  public HttpResponse<String> step(String path, String body, String token, long version) {
    return step(path, body, token, version, UUID.randomUUID().toString());
  }

  public HttpResponse<String> step(
      String path, String body, String token, long version, String key) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("If-Match", "\"" + version + "\"")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  public HttpResponse<String> put(String path, String body, String token) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public HttpRequest.Builder request(String path, @Nullable String token) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  public static String lead() {
    return TestTokens.shared().token("SUBSIDY_LEAD", "530100");
  }

  public static String clerk(String... counties) {
    return TestTokens.shared().token("SUBSIDY_CLERK", counties);
  }

  /** The city's figure. */
  public String figure(String indicator, String day) {
    return figure(indicator, "530100", day);
  }

  /** A figure as text, or its state. */
  public String figure(String indicator, String county, String day) {
    JsonNode cell = cell(indicator, county, day);
    String state = cell.at("/state").asString();
    return state.equals("VALUE") ? cell.at("/value").asString() : state;
  }

  /** A figure with its state. */
  public JsonNode cell(String indicator, String county, String day) {
    return read("/api/subsidy/figures?asOf=" + day, lead())
        .at("/figures")
        .valueStream()
        .filter(figure -> figure.at("/county").asString().equals(county))
        .filter(figure -> figure.at("/indicator").asString().equals(indicator))
        .findFirst()
        .orElseThrow();
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

  /** Those of one kind, which are then forgotten with all others. */
  public List<Event> events(String entity) {
    return events().stream()
        .filter(event -> event.topic().equals("subsidy." + entity + ".v1"))
        .toList();
  }

  /** An event as it is published. */
  public record Event(String topic, String key, String payload) {
    public JsonNode json() {
      return JSON.readTree(payload);
    }
  }

  /** Codes of what was refused of a subject, as the audit log holds them, latest first. */
  public List<String> audited(String action, String subject) {
    return database
        .sql(
            "select detail ->> 'code' from audit_entry where action = ? and subject = ? order by number desc")
        .param(action)
        .param(subject)
        .query(String.class)
        .list();
  }

  private static JdbcClient superuser(Database parts) {
    String name = parts.url().substring(parts.url().lastIndexOf('/'));
    String url = RealParts.adminUrl().replaceFirst("/postgres(?=\\?)", name);
    return JdbcClient.create(new SingleConnectionDataSource(url, true));
  }

  private static final class Shared {
    static final Department DEPARTMENT = start(Map.of());
  }
}
