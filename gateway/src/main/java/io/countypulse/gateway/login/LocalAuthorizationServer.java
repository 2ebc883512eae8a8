package io.countypulse.gateway.login;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.countypulse.gateway.GatewaySettings;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.units.Units;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An issuer of our own, for a city that has none: keys, clients, accounts and grants. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@EnableConfigurationProperties(LocalSettings.class)
class LocalAuthorizationServer {

  /** The gateway's secret towards itself, good for as long as this process lives. */
  private static final String OWN_SECRET = randomSecret();

  private static final String REDIRECT = "/login/oauth2/code/" + LocalClients.GATEWAY;

  @Bean
  Accounts accounts(JdbcClient database) {
    return new Accounts(database);
  }

  @Bean
  PasswordEncoder clientSecrets() {
    return Passwords.OF_CLIENTS;
  }

  @Bean
  LocalClients localClients(
      JdbcOperations database, GatewaySettings gateway, LocalSettings settings) {
    List<RegisteredClient> own = new ArrayList<>();
    own.add(LocalClients.gateway(OWN_SECRET, gateway.publicAddress(REDIRECT)));
    String secret = settings.gateway().reconcilerSecret();
    if (secret != null && !secret.isBlank()) {
      own.add(LocalClients.machine(LocalClients.RECONCILER, Passwords.OF_CLIENTS.encode(secret)));
    }
    return new LocalClients(new JdbcRegisteredClientRepository(database), own);
  }

  @Bean
  OAuth2AuthorizationService grants(JdbcOperations database, LocalClients clients) {
    return new JdbcOAuth2AuthorizationService(database, clients);
  }

  @Bean
  ExpiredGrants expiredGrants(JdbcClient database) {
    return new ExpiredGrants(database);
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(LocalSettings settings) {
    RSAKey key = SigningKey.in(settings.stateDirectory());
    return new ImmutableJWKSet<>(new JWKSet(key));
  }

  @Bean
  AuthorizationServerSettings authorizationServer(LocalSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.security().issuer()).build();
  }

  @Bean
  TokenClaims tokenClaims(Accounts accounts, LocalSettings settings, Units units) {
    return new TokenClaims(accounts, settings.security().audience(), units.city().code());
  }

  @Bean
  RefusedSignIns refusedSignIns(Accounts accounts, Audit audit) {
    return new RefusedSignIns(accounts, audit);
  }

  @Bean
  LocalSignOut localSignOut(
      OAuth2AuthorizedClientRepository tokens, OAuth2AuthorizationService grants) {
    return new LocalSignOut(tokens, grants);
  }

  @Bean
  FirstStart firstStart(
      LocalSettings settings,
      GatewaySettings gateway,
      Units units,
      Accounts accounts,
      LocalClients clients,
      PlatformTransactionManager transactions,
      JsonMapper json) {
    return new FirstStart(
        settings, gateway, units, accounts, clients, new TransactionTemplate(transactions), json);
  }

  /**
   * The gateway as its own client, endpoint by endpoint: discovery would call a port not yet open.
   * Browsers go to the public address, the gateway to the one where the keys are.
   */
  @Bean
  ClientRegistrationRepository registrations(LocalSettings settings, GatewaySettings gateway) {
    LocalSettings.Security issuer = settings.security();
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId(LocalClients.GATEWAY)
            .clientId(LocalClients.GATEWAY)
            .clientSecret(OWN_SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(gateway.publicAddress(REDIRECT))
            .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
            .authorizationUri(gateway.publicAddress("/oauth2/authorize"))
            .tokenUri(issuer.jwkSetUri().resolve("/oauth2/token").toString())
            .jwkSetUri(issuer.jwkSetUri().toString())
            .issuerUri(issuer.issuer())
            .userNameAttributeName("preferred_username")
            .build());
  }

  private static String randomSecret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
