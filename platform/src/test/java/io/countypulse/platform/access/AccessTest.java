package io.countypulse.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = SmallService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=small-service",
      "spring.flyway.locations=classpath:db/platform/audit,classpath:db/test"
    })
class AccessTest {

  private static final TestTokens TOKENS = TestTokens.shared();
  private static final String CLERK = "EMPLOYMENT_CLERK";
  private static final String LEAD = "EMPLOYMENT_LEAD";

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
    RealParts.properties(RealParts.database("small"))
        .forEach((name, value) -> registry.add(name, () -> value));
  }

  @Test
  void healthIsOpenAndShowsNothingButItsState() {
    for (String path : List.of("", "/liveness", "/readiness")) {
      HttpResponse<String> answer = get("/actuator/health" + path, null);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(json(answer).path("status").asString()).isEqualTo("UP");
      assertThat(answer.body()).doesNotContain("PostgreSQL");
    }
  }

  /** FAULTS E12. */
  @Test
  void metricsAreTheOperatorsAndNothingElseOfTheInsideIsServed() {
    String operator = TOKENS.token("OPERATOR", "530100");

    assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(401);
    assertThat(get("/actuator/prometheus", clerkOf("530102")).statusCode()).isEqualTo(403);
    assertThat(get("/actuator/prometheus", operator).body()).contains("jvm_memory_used_bytes");
    for (String path : List.of("heapdump", "env", "beans", "loggers", "shutdown")) {
      assertThat(get("/actuator/" + path, operator).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aClerkSeesOnlyTheOwnCounty() {
    assertThat(get("/api/small/things", clerkOf("530102")).body()).isEqualTo("[\"one of 530102\"]");
    assertThat(get("/api/small/things?county=530102", clerkOf("530102")).statusCode())
        .isEqualTo(200);
  }

  /** FAULTS E1. */
  @Test
  void askingForAnotherCountyIsRefusedAndWrittenDown() {
    HttpResponse<String> answer = get("/api/small/things?county=530113", clerkOf("530102"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("code").asString()).isEqualTo("COUNTY_NOT_YOURS");
    assertThat(json(answer).path("field").asString()).isEqualTo("county");
    assertThat(
            database
                .sql(
                    """
                    select actor || ' ' || array_to_string(roles, ',') || ' ' || subject
                    from audit_entry where action = 'COUNTY_REFUSED' and county = '530113'
                    """)
                .query(String.class)
                .list())
        .containsOnly("employment_clerk EMPLOYMENT_CLERK /api/small/things");
  }

  @Test
  void theUnknownIsSeenByTheWholeCityOnly() {
    assertThat(get("/api/small/things?county=UNKNOWN", clerkOf("530102")).statusCode())
        .isEqualTo(403);
    assertThat(get("/api/small/things?county=UNKNOWN", lead()).body())
        .isEqualTo("[\"one of nowhere\"]");
  }

  @Test
  void theCitysCodeOrEveryCountyGrantsTheWholeCity() {
    for (String token :
        List.of(lead(), TOKENS.token(LEAD, "530102", "530113"), TOKENS.token(LEAD, "530100"))) {
      assertThat(get("/api/small/things", token).body())
          .contains("530102", "530113", "one of nowhere");
    }
  }

  @Test
  void noCountyMeansNothing() {
    assertThat(get("/api/small/things", TOKENS.token(CLERK)).body()).isEqualTo("[]");
    assertThat(get("/api/small/things", TOKENS.token(CLERK, "*", "UNKNOWN", "999999")).body())
        .isEqualTo("[]");
  }

  @Test
  void theDatabaseShowsNothingOutsideAScopeAndTakesNoRowOfAnotherCounty() {
    assertThat(database.sql("select count(*) from thing").query(Long.class).single()).isZero();

    HttpResponse<String> answer =
        post("/api/small/things?name=smuggled&county=530113", TOKENS.token(LEAD, "530102"));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(get("/api/small/things", lead()).body()).doesNotContain("smuggled");
  }

  @Test
  void aRoleMayDoWhatItsRuleSaysAndNoMore() {
    HttpResponse<String> answer =
        post("/api/small/things?name=new&county=530102", clerkOf("530102"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("code").asString()).isEqualTo("NOT_ALLOWED");
    assertThat(get("/api/other", lead()).statusCode()).isEqualTo(403);
    assertThat(get("/", lead()).statusCode()).isEqualTo(403);
    assertThat(get("/api/small/nothing-here", lead()).statusCode()).isEqualTo(404);
    assertThat(get("/api/small/things", TOKENS.token("SUPERUSER", "530100")).statusCode())
        .isEqualTo(403);
  }

  /** FAULTS E2. */
  @Test
  void aTokenThatIsNotTheIssuersOwnIsRefused() {
    for (String token :
        List.of(
            TOKENS.unsigned(LEAD, "530100"),
            TOKENS.withoutSignature(LEAD, "530100"),
            TOKENS.signedByAStranger(LEAD, "530100"),
            TOKENS.ofAnotherIssuer(LEAD, "530100"),
            TOKENS.forAnotherAudience(LEAD, "530100"),
            TOKENS.expired(LEAD, "530100"),
            "not-a-token",
            "a.b.c")) {
      HttpResponse<String> answer = get("/api/small/things", token);
      assertThat(answer.statusCode()).as(token).isEqualTo(401);
      assertThat(json(answer).path("code").asString()).isEqualTo("NOT_SIGNED_IN");
      assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
    }
    assertThat(get("/api/small/things", lead()).statusCode()).isEqualTo(200);
  }

  /** FAULTS E9. */
  @Test
  void nothingButTheTokenSaysWhoIsCalling() throws Exception {
    HttpRequest.Builder forged =
        request("/api/small/things")
            .header("X-Forwarded-For", "127.0.0.1")
            .header("X-Forwarded-User", "lead")
            .header("X-User", "lead")
            .header("X-Roles", LEAD)
            .header("X-Counties", "530100")
            .header("Cookie", "SESSION=forged; JSESSIONID=forged");
    assertThat(send(forged).statusCode()).isEqualTo(401);
    assertThat(get("/api/small/things?access_token=" + lead(), null).statusCode()).isEqualTo(401);

    HttpResponse<String> clerk =
        send(forged.copy().header("Authorization", "Bearer " + clerkOf("530102")));
    assertThat(clerk.body()).isEqualTo("[\"one of 530102\"]");
    assertThat(clerk.headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void theCallerIsWhoTheTokenSays() {
    JsonNode bank = json(get("/api/small/caller", TOKENS.bankToken("RCB")));

    assertThat(bank.path("roles").asString()).isEqualTo("[BANK]");
    assertThat(bank.path("bank").asString()).isEqualTo("RCB");
    assertThat(bank.path("counties").asString()).isEmpty();
  }

  /** FAULTS E10. */
  @Test
  void everyAnswerCarriesSafeHeaders() {
    HttpResponse<String> answer = get("/api/small/things", lead());

    assertThat(answer.headers().firstValue("content-security-policy"))
        .contains("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(answer.headers().firstValue("x-frame-options")).contains("DENY");
    assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void everyErrorIsAProblemInChineseWithEnglishBesideIt() {
    HttpResponse<String> answer = get("/api/small/day?day=yesterday", lead());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.path("type").asString()).isEqualTo("urn:county-pulse:problem:bad_request");
    assertThat(problem.path("title").asString()).isEqualTo("请求有误");
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("field").asString()).isEqualTo("day");
    assertThat(problem.path("detailEn").asString()).contains("malformed");
    HttpResponse<String> missing = get("/api/small/day", lead());
    assertThat(json(missing).path("field").asString()).as(missing.body()).isEqualTo("day");
    assertThat(json(get("/api/small/things;odd=1", lead())).path("code").asString())
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void aBugTellsNothingOfTheInside() {
    for (String path : List.of("/api/small/bug", "/api/small/bad-statement")) {
      HttpResponse<String> answer = get(path, lead());
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(json(answer).path("code").asString()).isEqualTo("INTERNAL_ERROR");
      assertThat(answer.body()).doesNotContain("secret", "Exception", "select", "inside");
    }
  }

  private static String clerkOf(String county) {
    return TOKENS.token(CLERK, county);
  }

  private static String lead() {
    return TOKENS.token(LEAD, "530100");
  }

  private HttpResponse<String> get(String path, @Nullable String token) {
    return send(authorized(request(path), token));
  }

  private HttpResponse<String> post(String path, String token) {
    return send(authorized(request(path), token).POST(HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static HttpRequest.Builder authorized(
      HttpRequest.Builder request, @Nullable String token) {
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
