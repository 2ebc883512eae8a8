package io.countypulse.platform.idempotency;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.local.parts.Databases.Database;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = NotesService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=notes-service",
      "spring.flyway.locations=classpath:db/platform/audit,classpath:db/platform/idempotency,classpath:db/notes"
    })
class IdempotentWritesTest {

  private static final TestTokens TOKENS = TestTokens.shared();
  private static final Database DATABASE = RealParts.database("notes");
  private static final String CLERK = TOKENS.token("EMPLOYMENT_CLERK", "530102");
  private static final String LEAD = TOKENS.token("EMPLOYMENT_LEAD", "530100");

  @TempDir static Path city;

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  private final HttpClient client = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) throws IOException {
    Files.writeString(
        city.resolve("units.csv"),
        """
        code,name,full_name,kind,parent,aliases
        530100,昆明市,昆明市,city,,
        530102,五华区,五华区,district,530100,
        530113,东川区,东川区,district,530100,
        """);
    registry.add("pulse.city.directory", city::toString);
    TOKENS.properties().forEach((name, value) -> registry.add(name, () -> value));
    RealParts.properties(DATABASE).forEach((name, value) -> registry.add(name, () -> value));
  }

  /** FAULTS B9. */
  @Test
  void aWriteSentTwiceTakesEffectOnceAndIsAnsweredTheSame() {
    HttpResponse<String> first = post("", CLERK, "twice", "sent twice");
    HttpResponse<String> second = post("", CLERK, "twice", "sent twice");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    for (String header : List.of("location", "etag", "content-type")) {
      assertThat(second.headers().firstValue(header)).isEqualTo(first.headers().firstValue(header));
    }
    assertThat(notes("sent twice")).isOne();
  }

  @Test
  void aKeyIsNotTakenForAnotherRequest() {
    post("", CLERK, "reused", "the first");

    for (HttpResponse<String> answer :
        List.of(
            post("", CLERK, "reused", "the second"),
            post("?preview=false", CLERK, "reused", "the first"))) {
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(code(answer)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }
    assertThat(notes("the second")).isZero();
  }

  @Test
  void aKeyIsItsCallersOwn() {
    post("", CLERK, "shared", "of two callers");

    assertThat(post("", LEAD, "shared", "of two callers").statusCode()).isEqualTo(201);
    assertThat(notes("of two callers")).isEqualTo(2);
  }

  @Test
  void aWriteWithoutAKeyOrWithABadOneIsRefused() {
    assertThat(code(send(request("", CLERK, "no key").build())))
        .isEqualTo("IDEMPOTENCY_KEY_MISSING");
    for (String bad : List.of("two words", "x".repeat(101))) {
      HttpResponse<String> answer = post("", CLERK, bad, "bad key");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(code(answer)).isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }
    assertThat(post("", CLERK, "x".repeat(100), "longest key").statusCode()).isEqualTo(201);
  }

  @Test
  void aRefusedOrFailedWriteLeavesItsKeyFree() {
    assertThat(post("", CLERK, "corrected", "refused").statusCode()).isEqualTo(422);
    assertThat(post("", CLERK, "corrected", "bug").statusCode()).isEqualTo(500);
    assertThat(post("", CLERK, "corrected", "right").statusCode()).isEqualTo(201);

    assertThat(notes("refused")).isZero();
    assertThat(notes("right")).isOne();
  }

  @Test
  void ofManySentAtOnceOneTakesEffect() {
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    client.sendAsync(
                        request("", CLERK, "at once").header("Idempotency-Key", "rush").build(),
                        BodyHandlers.ofString()))
            .toList();

    assertThat(sent.stream().map(CompletableFuture::join).map(HttpResponse::body).distinct())
        .hasSize(1);
    assertThat(notes("at once")).isOne();
  }

  @Test
  void aKeyIsForgottenAfterSevenDays() {
    post("", CLERK, "old", "said again");
    owner().sql("update idempotency_key set written_at = now() - interval '8 days'").update();

    assertThat(post("", CLERK, "old", "said again").statusCode()).isEqualTo(201);
    assertThat(notes("said again")).isEqualTo(2);
    assertThat(
            database
                .sql(
                    "select count(*) from idempotency_key where written_at < now() - interval '7 days'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aPreviewLeavesNothingAndNeedsNoKey() {
    HttpResponse<String> answer = send(request("?preview=true", CLERK, "only tried").build());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("only tried");
    assertThat(notes("only tried")).isZero();
  }

  @Test
  void anAnswerIsKeptEncrypted() {
    post("", CLERK, "secret", "not for reading");

    byte[] kept =
        owner()
            .sql("select answer from idempotency_key where key = 'secret'")
            .query(byte[].class)
            .single();
    assertThat(new String(kept, ISO_8859_1)).doesNotContain("reading");
  }

  @Test
  void anEditNamesTheVersionItWasBegunOn() {
    assertThat(edit("\"3\"").statusCode()).isEqualTo(200);
    assertThat(edit("W/\"3\"").statusCode()).isEqualTo(200);
    assertThat(code(edit("\"2\""))).isEqualTo("CHANGED_MEANWHILE");
    assertThat(edit("\"2\"").statusCode()).isEqualTo(412);
    assertThat(code(edit("3"))).isEqualTo("VERSION_INVALID");
    assertThat(code(edit("*"))).isEqualTo("VERSION_INVALID");
    HttpResponse<String> missing = edit("");
    assertThat(missing.statusCode()).isEqualTo(428);
    assertThat(code(missing)).isEqualTo("VERSION_MISSING");
  }

  /** FAULTS E12. */
  @Test
  void theApiIsDescribedToEverybodySignedIn() {
    HttpRequest.Builder document = HttpRequest.newBuilder(uri("/api/notes/openapi"));
    assertThat(send(document.build()).statusCode()).isEqualTo(401);

    JsonNode api = json(send(document.header("Authorization", "Bearer " + CLERK).build()));

    JsonNode add = api.at("/paths/~1api~1notes/post");
    assertThat(names(add)).containsExactlyInAnyOrder("preview", "Idempotency-Key");
    assertThat(names(api.at("/paths/~1api~1notes~1{id}/put")))
        .containsExactlyInAnyOrder("id", "If-Match");
    for (String path : List.of("/swagger-ui/index.html", "/swagger-ui.html", "/v3/api-docs")) {
      assertThat(send(HttpRequest.newBuilder(uri(path)).build()).statusCode()).isEqualTo(401);
      HttpRequest signedIn =
          HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + LEAD).build();
      assertThat(send(signedIn).statusCode()).isEqualTo(403);
    }
  }

  private static Stream<String> names(JsonNode operation) {
    return operation.path("parameters").valueStream().map(p -> p.path("name").asString());
  }

  private long notes(String text) {
    return database
        .sql("select count(*) from note where text = ?")
        .param(text)
        .query(Long.class)
        .single();
  }

  private static JdbcClient owner() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            DATABASE.url(), DATABASE.owner().username(), DATABASE.owner().password()));
  }

  private HttpResponse<String> post(String query, String token, String key, String text) {
    return send(request(query, token, text).header("Idempotency-Key", key).build());
  }

  private HttpResponse<String> edit(String version) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/api/notes/1"))
            .header("Authorization", "Bearer " + CLERK)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"county\":\"530102\",\"text\":\"edited\"}"));
    return send((version.isEmpty() ? request : request.header("If-Match", version)).build());
  }

  private HttpRequest.Builder request(String query, String token, String text) {
    return HttpRequest.newBuilder(uri("/api/notes" + query))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"county\":\"530102\",\"text\":\"" + text + "\"}"));
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String code(HttpResponse<String> answer) {
    return json(answer).path("code").asString();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
