package io.countypulse.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countypulse.testing.HouseRules;
import io.countypulse.testing.RealParts;
import io.countypulse.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SubsidyServiceTest {

  private static final TestTokens TOKENS = TestTokens.shared();

  @TempDir static Path city;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) throws IOException {
    Files.writeString(
        city.resolve("units.csv"),
        "code,name,full_name,kind,parent,aliases\n530100,昆明市,昆明市,city,,\n");
    registry.add("pulse.city.directory", city::toString);
    registry.add("pulse.subsidy.listen", () -> false);
    TOKENS.properties().forEach((name, value) -> registry.add(name, () -> value));
    registry.add("pulse.outbox.relay", () -> false);
    RealParts.properties(RealParts.database("subsidy"))
        .forEach((name, value) -> registry.add(name, () -> value));
  }

  @Test
  void theServiceIsHealthyAndEverythingElseIsClosed() throws Exception {
    String lead = TOKENS.token("SUBSIDY_LEAD", "530100");
    String operator = TOKENS.token("OPERATOR", "530100");

    assertThat(get("/actuator/health/readiness", null)).isEqualTo(200);
    assertThat(get("/actuator/prometheus", null)).isEqualTo(401);
    assertThat(get("/actuator/prometheus", operator)).isEqualTo(200);
    assertThat(get("/actuator/env", operator)).isEqualTo(404);
    assertThat(get("/api/subsidy/anything", null)).isEqualTo(401);
    assertThat(get("/api/subsidy/anything", lead)).isEqualTo(403);
    assertThat(get("/v3/api-docs", lead)).isEqualTo(403);
    assertThat(get("/", null)).isEqualTo(401);
  }

  @Test
  void theHouseRulesHold() {
    HouseRules.check("io.countypulse.subsidy");
  }

  private int get(String path, @Nullable String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
