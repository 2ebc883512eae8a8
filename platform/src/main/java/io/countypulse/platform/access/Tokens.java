package io.countypulse.platform.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks tokens: signature by the issuer's keys, issuer, audience, dates. The keys are fetched when
 * first needed, kept for minutes, and for an hour if the issuer is away.
 */
public final class Tokens {

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int MOST_BYTES = 64 * 1024;
  private static final long KEPT_MILLIS = Duration.ofMinutes(5).toMillis();
  private static final long WAIT_MILLIS = Duration.ofSeconds(5).toMillis();
  private static final long FETCH_INTERVAL_MILLIS = Duration.ofSeconds(5).toMillis();
  private static final long OUTAGE_MILLIS = Duration.ofHours(1).toMillis();
  private static final Set<SignatureAlgorithm> ALGORITHMS =
      Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

  private Tokens() {}

  /** Fetches the issuer's keys from {@code jwkSetUri} when the first token comes. */
  public static JwtDecoder decoder(String issuer, URI jwkSetUri, String audience) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys(jwkSetUri))
            .jwsAlgorithms(allowed -> allowed.addAll(ALGORITHMS))
            .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(accessTokenTypes()))
            .build();
    JwtTimestampValidator dates = new JwtTimestampValidator(CLOCK_SKEW);
    dates.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(dates, new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience))));
    return token -> decode(decoder, token);
  }

  /** Keys that cannot be had make a token unproven, not the service faulty. */
  private static Jwt decode(JwtDecoder decoder, String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException refused) {
      throw refused;
    } catch (JwtException unproven) {
      throw new BadJwtException("the token cannot be checked now", unproven);
    }
  }

  private static DefaultJOSEObjectTypeVerifier<SecurityContext> accessTokenTypes() {
    @Nullable JOSEObjectType none = null;
    return new DefaultJOSEObjectTypeVerifier<>(
        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), none);
  }

  private static JWKSource<SecurityContext> keys(URI jwkSetUri) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(
              jwkSetUri.toURL(),
              new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES))
          .cache(KEPT_MILLIS, WAIT_MILLIS)
          .refreshAheadCache(false)
          .rateLimited(FETCH_INTERVAL_MILLIS)
          .outageTolerant(OUTAGE_MILLIS)
          .build();
    } catch (MalformedURLException malformed) {
      throw new IllegalArgumentException("pulse.security.jwk-set-uri: " + jwkSetUri, malformed);
    }
  }
}
