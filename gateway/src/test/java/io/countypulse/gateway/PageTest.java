package io.countypulse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageTest {

  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void everyAddressOfTheAppIsTheApp() {
    for (String path : new String[] {"/", "/workers", "/workers/4711", "/imports?kind=workers"}) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body()).as(path).contains("the app");
      assertThat(header(page, "Cache-Control")).contains("no-store");
    }
  }

  @Test
  void whatProgramsCallIsNeverAnsweredWithAPage() {
    for (String path :
        new String[] {"/api/nothing", "/oauth2/nothing", "/assets/gone.js", "/actuator/env"}) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as(path).isIn(401, 404);
      assertThat(answer.body()).as(path).contains("\"code\":").doesNotContain("the app");
    }
  }

  @Test
  void aCallWithoutSignInIsAProblemAndNoRedirect() {
    HttpResponse<String> answer = get("/api/session");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"NOT_SIGNED_IN\"");
    assertThat(get("/api/reporting/figures").statusCode()).isEqualTo(401);
  }

  @Test
  void onlyFilesWithAHashInTheirNameAreKept() {
    assertThat(header(get("/assets/app-4f2a9c1e.js"), "Cache-Control"))
        .isEqualTo("max-age=31536000, public, immutable");
    assertThat(header(get("/index.html"), "Cache-Control")).contains("no-store");
    assertThat(header(get("/api/session"), "Cache-Control")).contains("no-store");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    for (String path : new String[] {"/", "/login", "/api/session", "/api/city", "/oauth2/jwks"}) {
      HttpResponse<String> answer = get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-eval");
      assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
      assertThat(header(answer, "X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).as(path).isEmpty();
    }
  }

  @Test
  void theCityIsKnownBeforeSignIn() {
    JsonNode city = JsonMapper.shared().readTree(get("/api/city").body());
    assertThat(city.path("code").asString()).isEqualTo("530100");
    assertThat(city.path("name").asString()).isEqualTo("昆明市");
    assertThat(city.path("today").asString()).isEqualTo("2024-06-10");
    assertThat(city.path("hasMap").asBoolean()).isTrue();
    assertThat(city.path("units").valueStream().map(unit -> unit.path("code").asString()))
        .containsExactly("530100", "530102", "530103", "Z530102");
    assertThat(city.path("units").get(3).path("kind").asString()).isEqualTo("zone");
    assertThat(city.path("units").get(3).path("parent").asString()).isEqualTo("530100");
  }

  @Test
  void theMapIsSentOnlyOnce() {
    for (String path : new String[] {"/api/city", "/api/city/map"}) {
      HttpResponse<String> first = get(path);
      HttpResponse<String> again =
          Machine.send(gateway.request(path).header("If-None-Match", header(first, "ETag")));
      assertThat(again.statusCode()).as(path).isEqualTo(304);
    }
    assertThat(header(get("/api/city/map"), "Content-Type")).startsWith("application/geo+json");
  }

  private HttpResponse<String> get(String path) {
    return Machine.send(gateway.request(path));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
