package io.countypulse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SignInGuardTest {

  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void aWrongPasswordShowsThePageAgainWithTheName() {
    HttpResponse<String> answer = new Browser(gateway).signIn("issuer", "wrong");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .contains("用户名或密码不正确", "Wrong user name or password", "value=\"issuer\"");
  }

  @Test
  void nobodyLearnsWhichNamesExist() {
    String unknown = new Browser(gateway).signIn("nobody-1", "wrong").body();
    String known = new Browser(gateway).signIn("auditor", "wrong").body();
    assertThat(visible(unknown).replace("nobody-1", "auditor")).isEqualTo(visible(known));
  }

  @Test
  void aNameIsWrittenBackHarmlessly() {
    String page = new Browser(gateway).signIn("\"><script>alert(1)</script>", "wrong").body();
    assertThat(page).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script");
  }

  @Test
  void guessingAPasswordEndsAfterFiveAttempts() {
    Browser guesser = new Browser(gateway);
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(guesser.signIn("editor", "guess" + attempt).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> refused = guesser.signIn("Editor", gateway.passwordOf("editor"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    assertThat(refused.body()).contains("尝试次数过多", "Too many attempts");
    assertThat(Browser.signedIn(gateway, "leader").get("/api/session").statusCode()).isEqualTo(200);
  }

  @Test
  void guessingASecretEndsAsWell() {
    HttpResponse<String> answer = Machine.fetchToken(gateway, "subsidy-clerk", "guess");
    for (int attempt = 1; attempt <= 50 && answer.statusCode() == 401; attempt++) {
      answer = Machine.fetchToken(gateway, "subsidy-clerk", "guess" + attempt);
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("\"code\":\"TOO_MANY_ATTEMPTS\"");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(Machine.of(gateway, "subsidy-lead").token()).isNotEmpty();
  }

  @Test
  void whoCameAndWhoWasRefusedIsWrittenDown() {
    new Browser(gateway).signIn("credit-530102", "wrong");
    new Browser(gateway).signIn("my-secret-typed-as-a-name", "wrong");
    Browser.signedIn(gateway, "credit-530102").post("/logout", "");
    assertThat(gateway.audited("user:credit-530102"))
        .containsExactly("SIGN_IN_REFUSED", "SIGNED_IN", "SIGNED_OUT");
    assertThat(gateway.audited("user:unknown")).contains("SIGN_IN_REFUSED");
    assertThat(gateway.audited("user:my-secret-typed-as-a-name")).isEmpty();
  }

  @Test
  void theSignInPageIsBoundToItsBrowser() {
    HttpResponse<String> answer =
        new Browser(gateway)
            .send(
                gateway
                    .request("/login")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "username=leader&password=" + gateway.passwordOf("leader"))));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("页面已过期");
  }

  private static String visible(String page) {
    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }
}
