package io.countypulse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MachineTokenTest {

  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void aTokenSaysWhatItsHolderMayDo() throws Exception {
    JWTClaimsSet lead = claims(Machine.of(gateway, "employment-lead"));
    assertThat(lead.getIssuer()).isEqualTo(gateway.url("").toString());
    assertThat(lead.getAudience()).containsExactly("county-pulse");
    assertThat(lead.getStringClaim("preferred_username")).isEqualTo("employment-lead");
    assertThat(lead.getStringListClaim("roles")).containsExactly("EMPLOYMENT_LEAD");
    assertThat(lead.getStringListClaim("counties")).containsExactly("530100");

    JWTClaimsSet clerk = claims(Machine.of(gateway, "employment-clerk"));
    assertThat(clerk.getStringListClaim("counties")).containsExactly("530102");

    JWTClaimsSet bank = claims(Machine.of(gateway, "bank"));
    assertThat(bank.getStringClaim("bank")).isEqualTo("B001");
  }

  @Test
  void whoHoldsTheLedgersAgainstTheFiguresReadsTheWholeCityAndNothingMore() throws Exception {
    HttpResponse<String> answer =
        Machine.fetchToken(gateway, "reconciler", RunningGateway.RECONCILER_SECRET);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String token = JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("roles")).containsExactly("AUDITOR");
    assertThat(claims.getStringListClaim("counties")).containsExactly("530100");
    assertThat(Machine.fetchToken(gateway, "reconciler", "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void theServiceGetsTheMachinesOwnToken() {
    Machine machine = Machine.of(gateway, "auditor");
    assertThat(machine.get("/api/reporting/figures?asOf=2024-06-10").body())
        .startsWith("GET /api/reporting/figures?asOf=2024-06-10\n")
        .contains("authorization: Bearer " + machine.token());
  }

  @Test
  void aMachineNeedsNoCsrfTokenAndGetsNoCookie() {
    HttpResponse<String> answer =
        Machine.send(
            Machine.of(gateway, "employment-lead")
                .request("/api/employment/imports")
                .POST(BodyPublishers.ofString("rows")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void theSecretMayStandInTheFormAsWell() {
    String form =
        "grant_type=client_credentials&client_id=leader&client_secret="
            + gateway.secretOf("leader");
    HttpResponse<String> answer =
        Machine.send(
            gateway
                .request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"token_type\":\"Bearer\"");
  }

  @Test
  void aWrongSecretGetsNoToken() {
    assertThat(Machine.fetchToken(gateway, "operator", "wrong").statusCode()).isEqualTo(401);
    assertThat(Machine.fetchToken(gateway, "nobody", "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenThatIsNotOursOpensNothing() throws Exception {
    RSAKey ours = RSAKey.parse(Files.readString(gateway.stateFolder().resolve("signing-key.json")));
    RSAKey strange = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
    assertThat(status(signed(ours, good -> good))).isEqualTo(200);
    assertThat(status(signed(strange, good -> good))).isEqualTo(401);
    assertThat(status(new PlainJWT(good().build()).serialize())).isEqualTo(401);
    assertThat(status(signed(ours, good -> good.issuer("https://elsewhere.example"))))
        .isEqualTo(401);
    assertThat(status(signed(ours, good -> good.audience("payroll")))).isEqualTo(401);
    assertThat(status(signed(ours, good -> good.expirationTime(ago(3600))))).isEqualTo(401);
    assertThat(status(signed(ours, good -> good.expirationTime(null)))).isEqualTo(401);
    assertThat(status(signed(ours, good -> good.notBeforeTime(ago(-3600))))).isEqualTo(401);
    assertThat(status("not.a.token")).isEqualTo(401);
  }

  @Test
  void aRefusedTokenIsAProblemAndNamesTheScheme() {
    HttpResponse<String> refused =
        Machine.withToken(gateway, "not.a.token").get("/api/reporting/figures");
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("\"code\":\"NOT_SIGNED_IN\"", "\"detailEn\"");
  }

  @Test
  void onlyOperatorsSeeTheMetrics() {
    assertThat(Machine.of(gateway, "operator").get("/actuator/prometheus").statusCode())
        .isEqualTo(200);
    assertThat(Machine.of(gateway, "leader").get("/actuator/prometheus").statusCode())
        .isEqualTo(403);
    assertThat(Machine.send(gateway.request("/actuator/prometheus")).statusCode()).isEqualTo(401);
    assertThat(Machine.send(gateway.request("/actuator/health/readiness")).body())
        .isEqualTo("{\"status\":\"UP\"}");
  }

  private int status(String token) {
    return Machine.withToken(gateway, token).get("/api/employment/workers").statusCode();
  }

  private static JWTClaimsSet claims(Machine machine) throws Exception {
    return SignedJWT.parse(machine.token()).getJWTClaimsSet();
  }

  private String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            change.apply(good()).build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer(gateway.url("").toString())
        .audience("county-pulse")
        .subject("leader")
        .claim("roles", List.of("LEADER"))
        .issueTime(ago(10))
        .expirationTime(ago(-600));
  }

  private static Date ago(long seconds) {
    return Date.from(Instant.now().minusSeconds(seconds));
  }
}
