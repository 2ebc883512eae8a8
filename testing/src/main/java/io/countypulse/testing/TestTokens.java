package io.countypulse.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An issuer of access tokens: signs them and serves its public key, and can do both wrongly. */
public final class TestTokens {
  private static final String AUDIENCE = "county-pulse";
  private static final Duration LIFE = Duration.ofHours(1);

  private final RSAKey key;
  private final String issuer;

  private TestTokens(RSAKey key, String issuer) {
    this.key = key;
    this.issuer = issuer;
  }

  /** The issuer of this JVM; its key set is served on loopback until the JVM ends. */
  public static TestTokens shared() {
    return Shared.TOKENS;
  }

  /** {@code pulse.security.issuer} and {@code pulse.security.jwk-set-uri}. */
  public Map<String, String> properties() {
    return Map.of(
        "pulse.security.issuer", issuer, "pulse.security.jwk-set-uri", issuer + "/oauth2/jwks");
  }

  /** A good token of this role; a clerk of these counties. */
  public String token(String role, String... counties) {
    return signed(claims(role, counties).build(), key);
  }

  /** A good token of a user of this name. */
  public String tokenOf(String user, String role, String... counties) {
    return signed(
        claims(role, counties).subject(user).claim("preferred_username", user).build(), key);
  }

  /** A good token of a bank's machine. */
  public String bankToken(String bank) {
    return signed(claims("BANK").claim("bank", bank).build(), key);
  }

  /** Ran out an hour ago. */
  public String expired(String role, String... counties) {
    Date past = Date.from(Instant.now().minus(LIFE));
    return signed(claims(role, counties).expirationTime(past).build(), key);
  }

  /** Signed with the right key in another issuer's name. */
  public String ofAnotherIssuer(String role, String... counties) {
    return signed(claims(role, counties).issuer("https://elsewhere.example").build(), key);
  }

  /** Meant for another system. */
  public String forAnotherAudience(String role, String... counties) {
    return signed(claims(role, counties).audience("payroll").build(), key);
  }

  /** Signed by a key the issuer never had. */
  public String signedByAStranger(String role, String... counties) {
    return signed(claims(role, counties).build(), newKey());
  }

  /** {@code alg: none}. */
  public String unsigned(String role, String... counties) {
    return new PlainJWT(claims(role, counties).build()).serialize();
  }

  /** A good token whose signature was cut off. */
  public String withoutSignature(String role, String... counties) {
    String token = token(role, counties);
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private JWTClaimsSet.Builder claims(String role, String... counties) {
    Instant now = Instant.now();
    String name = role.toLowerCase(Locale.ROOT);
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(AUDIENCE)
        .subject(name)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)))
        .claim("preferred_username", name)
        .claim("roles", List.of(role))
        .claim("counties", List.of(counties));
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestTokens start() {
    RSAKey key = newKey();
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(task -> Thread.ofVirtual().start(task));
      server.createContext(
          "/oauth2/jwks",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      Thread daemon = new Thread(server::start);
      daemon.setDaemon(true);
      daemon.start();
      return new TestTokens(key, "http://127.0.0.1:" + server.getAddress().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final TestTokens TOKENS = start();
  }
}
