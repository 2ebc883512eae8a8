package io.countypulse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a start leaves behind, and what survives the next. */
class StartTest {

  @Test
  void aRestartLogsNobodyOut() throws Exception {
    try (RunningGateway gateway =
        RunningGateway.with(
            SmallService.shared(),
            Map.of(
                "pulse.gateway.limits.requests-per-second", "1",
                "pulse.gateway.limits.burst", "100",
                "pulse.gateway.limits.upload", "8KB",
                "pulse.gateway.limits.body", "2KB"))) {
      theFirstStartWritesTheAccounts(gateway);
      Browser browser = Browser.signedIn(gateway, "leader");
      Machine machine = Machine.of(gateway, "auditor");
      String accounts = Files.readString(gateway.accountsFile());
      String key = Files.readString(gateway.stateFolder().resolve("signing-key.json"));

      gateway.restart();
      assertThat(browser.get("/api/session").body()).contains("\"leader\"");
      gateway.clock().forward(Duration.ofMinutes(9).plusSeconds(30));
      assertThat(browser.get("/api/employment/workers").statusCode()).isEqualTo(200);
      gateway.clock().back();
      assertThat(machine.get("/api/employment/workers").statusCode()).isEqualTo(200);
      assertThat(Machine.of(gateway, "leader").token()).isNotEmpty();
      assertThat(Files.readString(gateway.accountsFile())).isEqualTo(accounts);
      assertThat(Files.readString(gateway.stateFolder().resolve("signing-key.json")))
          .isEqualTo(key);

      bodiesHaveTheirLimits(machine);
      soHaveCallers(gateway);
    }
  }

  private static void theFirstStartWritesTheAccounts(RunningGateway gateway) throws Exception {
    JsonNode accounts = gateway.accounts();
    assertThat(accounts.path("baseUrl").asString()).isEqualTo(gateway.url("").toString());
    assertThat(texts(accounts.path("clients"), "id"))
        .containsExactly(
            "employment-clerk",
            "employment-lead",
            "credit-clerk",
            "credit-lead",
            "subsidy-clerk",
            "subsidy-lead",
            "bank",
            "leader",
            "bulletin-editor",
            "bulletin-issuer",
            "auditor",
            "operator");
    assertThat(texts(accounts.path("users"), "username"))
        .startsWith(
            "leader",
            "employment-lead",
            "credit-lead",
            "subsidy-lead",
            "auditor",
            "operator",
            "editor",
            "issuer")
        .contains("employment-530102", "credit-530103", "subsidy-Z530102", "leader-530102")
        .hasSize(8 + 3 * 4);
    JsonNode clerk = accounts.path("clients").get(0);
    assertThat(clerk.path("roles").toString()).isEqualTo("[\"EMPLOYMENT_CLERK\"]");
    assertThat(clerk.path("counties").toString()).isEqualTo("[\"530102\"]");
    assertThat(clerk.path("bank").isNull()).isTrue();
    assertThat(accounts.path("clients").get(1).path("counties").toString())
        .isEqualTo("[\"530102\",\"530103\",\"Z530102\"]");
    assertThat(accounts.path("clients").get(6).path("bank").asString()).isEqualTo("B001");
    assertThat(texts(accounts.path("users"), "password"))
        .allMatch(password -> password.matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}"))
        .doesNotHaveDuplicates();
    for (Path secret :
        List.of(gateway.accountsFile(), gateway.stateFolder().resolve("signing-key.json"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
  }

  private static void bodiesHaveTheirLimits(Machine machine) {
    assertThat(post(machine, "/api/employment/imports", new byte[8192]).statusCode())
        .isEqualTo(200);
    HttpResponse<String> tooLarge = post(machine, "/api/employment/imports", new byte[8193]);
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("超过 8 KB", "\"code\":\"TOO_LARGE\"");
    HttpResponse<String> unannounced =
        Machine.send(
            machine
                .request("/api/employment/imports")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[20_000]))));
    assertThat(unannounced.statusCode()).isEqualTo(413);
    assertThat(post(machine, "/api/employment/workers/1/reveal", new byte[2049]).statusCode())
        .isEqualTo(413);
  }

  private static void soHaveCallers(RunningGateway gateway) {
    List<Integer> answers =
        IntStream.range(0, 200)
            .mapToObj(any -> Machine.send(gateway.request("/api/city")).statusCode())
            .distinct()
            .toList();
    assertThat(answers).contains(200, 429);
  }

  private static HttpResponse<String> post(Machine machine, String path, byte[] body) {
    return Machine.send(machine.request(path).POST(BodyPublishers.ofByteArray(body)));
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(field).asString())
        .toList();
  }
}
