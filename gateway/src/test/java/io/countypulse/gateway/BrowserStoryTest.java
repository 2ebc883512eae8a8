package io.countypulse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BrowserStoryTest {

  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void theLeaderSignsInAndIsLedBackToTheApp() {
    Browser browser = new Browser(gateway);
    HttpResponse<String> page = browser.signIn("leader", gateway.passwordOf("leader"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri()).isEqualTo(gateway.url("/"));
    assertThat(page.body()).contains("the app");

    JsonNode session = JsonMapper.shared().readTree(browser.get("/api/session").body());
    assertThat(session.path("username").asString()).isEqualTo("leader");
    assertThat(session.path("displayName").asString()).isEqualTo("昆明市领导");
    assertThat(session.path("roles").toString()).isEqualTo("[\"LEADER\"]");
    assertThat(session.path("cityWide").asBoolean()).isTrue();
  }

  @Test
  void aClerkIsKnownByCounty() {
    Browser browser = Browser.signedIn(gateway, "employment-530103");
    JsonNode session = JsonMapper.shared().readTree(browser.get("/api/session").body());
    assertThat(session.path("counties").toString()).isEqualTo("[\"530103\"]");
    assertThat(session.path("cityWide").asBoolean()).isFalse();
  }

  @Test
  void aNameMayBeTypedWithACapital() {
    Browser browser = new Browser(gateway);
    browser.signIn("Leader-530102", gateway.passwordOf("leader-530102"));
    assertThat(browser.get("/api/session").body()).contains("\"leader-530102\"");
  }

  @Test
  void theServiceSeesTheTokenAndNeverTheCookie() {
    Browser browser = Browser.signedIn(gateway, "leader");
    String seen = browser.get("/api/employment/workers?q=%E7%9B%98+%2B&county=530103").body();
    assertThat(seen)
        .startsWith("GET /api/employment/workers?q=%E7%9B%98%20%2B&county=530103\n")
        .contains("authorization: Bearer ey")
        .doesNotContainIgnoringCase("cookie:");
  }

  @Test
  void aChangeWithoutTheCsrfHeaderIsRefused() {
    Browser browser = Browser.signedIn(gateway, "employment-lead");
    HttpResponse<String> refused =
        browser.send(
            gateway.request("/api/employment/imports").POST(BodyPublishers.ofString("stolen")));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("\"code\":\"CSRF\"");
    assertThat(browser.post("/api/employment/imports", "meant").statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSessionHereAndAtTheIssuer() {
    Browser browser = Browser.signedIn(gateway, "auditor");
    HttpResponse<String> out = browser.post("/logout", "");
    assertThat(out.body()).isEqualTo("{\"next\":\"/\"}");
    assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    assertThat(browser.get("/oauth2/authorization/pulse").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void whoComesByAnotherNameOfTheMachineIsSentToThePublicOne() {
    Browser browser = new Browser(gateway);
    HttpResponse<String> page =
        browser.send(
            HttpRequest.newBuilder(
                URI.create(
                    gateway
                        .url("/oauth2/authorization/pulse")
                        .toString()
                        .replace("localhost", "127.0.0.1"))));
    assertThat(page.uri()).isEqualTo(gateway.url("/login"));
    assertThat(browser.fillIn(page, "leader", gateway.passwordOf("leader")).uri())
        .isEqualTo(gateway.url("/"));
  }

  @Test
  void signInOpenedFromABookmarkLeadsToTheAppAsWell() {
    Browser browser = new Browser(gateway);
    HttpResponse<String> page =
        browser.get("/login?continue=https://evil.example&next=//evil.example");
    assertThat(browser.fillIn(page, "leader", gateway.passwordOf("leader")).uri())
        .isEqualTo(gateway.url("/"));
  }

  @Test
  void theSessionCookieIsOutOfReachOfScripts() {
    Browser browser = Browser.signedIn(gateway, "leader");
    assertThat(browser.cookie("pulse-session").isHttpOnly()).isTrue();
    assertThat(browser.cookie("XSRF-TOKEN").isHttpOnly()).isFalse();
    HttpResponse<String> first = new Browser(gateway).get("/oauth2/authorization/pulse");
    while (first.previousResponse().isPresent()) {
      first = first.previousResponse().get();
    }
    assertThat(first.headers().allValues("Set-Cookie").toString())
        .contains("SameSite=Lax", "HttpOnly")
        .doesNotContain("Secure");
  }

  @Test
  void anExpiringTokenIsRefreshedUnderTheSession() {
    Browser browser = Browser.signedIn(gateway, "credit-lead");
    String before = browser.get("/api/employment/workers").body();
    gateway.clock().forward(Duration.ofMinutes(9).plusSeconds(30));
    String after = browser.get("/api/employment/workers").body();
    gateway.clock().back();
    assertThat(tokenIn(after)).startsWith("Bearer ey").isNotEqualTo(tokenIn(before));
    assertThat(tokenIn(browser.get("/api/employment/workers").body())).isEqualTo(tokenIn(after));
  }

  @Test
  void aClosedAccountIsOutWithTheNextRefresh() {
    Browser browser = Browser.signedIn(gateway, "subsidy-Z530102");
    gateway.sql("update account set enabled = false where name = 'subsidy-Z530102'");
    gateway.clock().forward(Duration.ofMinutes(9).plusSeconds(30));
    assertThat(browser.get("/api/subsidy/cases").statusCode()).isEqualTo(401);
    gateway.clock().back();
    assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
  }

  private static String tokenIn(String echo) {
    return echo.lines()
        .filter(line -> line.startsWith("authorization: "))
        .findFirst()
        .orElseThrow()
        .substring("authorization: ".length());
  }
}
