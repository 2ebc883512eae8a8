package io.countypulse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.countypulse.local.parts.Databases.Database;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class RealPartsTest {
  @Test
  void everyCallGivesANewDatabaseWithItsThreeRoles() throws Exception {
    Database first = RealParts.database("employment");
    assertThat(RealParts.database("employment").url()).isNotEqualTo(first.url());
    for (var login :
        new io.countypulse.local.parts.Databases.Login[] {
          first.owner(), first.app(), first.relay()
        }) {
      try (Connection connection =
          DriverManager.getConnection(first.url(), login.username(), login.password())) {
        assertThat(connection.isValid(5)).isTrue();
      }
    }
  }

  @Test
  void theBrokerHasTheTopicsOfTheContracts() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealParts.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get())
          .contains(
              "employment.worker.v1",
              "employment.household.v1",
              "employment.target.v1",
              "reporting.cells.v1");
    }
  }

  @Test
  void tokensCanBeCheckedWithTheServedKeys() throws Exception {
    TestTokens tokens = TestTokens.shared();
    var keys =
        JWKSet.load(URI.create(tokens.properties().get("pulse.security.jwk-set-uri")).toURL());
    var token = SignedJWT.parse(tokens.token("EMPLOYMENT_CLERK", "530102"));
    var verifier = new RSASSAVerifier(keys.getKeys().getFirst().toRSAKey());
    assertThat(token.verify(verifier)).isTrue();
    assertThat(token.getJWTClaimsSet().getStringListClaim("counties")).containsExactly("530102");
    assertThat(SignedJWT.parse(tokens.signedByAStranger("LEADER")).verify(verifier)).isFalse();
    assertThatThrownBy(() -> SignedJWT.parse(tokens.unsigned("LEADER")))
        .hasMessageContaining("header");
  }
}
