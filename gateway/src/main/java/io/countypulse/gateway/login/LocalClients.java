package io.countypulse.gateway.login;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients of the local authorization server: the machines, in the database; the gateway itself
 * on behalf of its browsers, which is made anew at every start, so that its secret need not be kept
 * anywhere and its address follows the public URL; and the reporting service, which holds the
 * departments' ledgers against its figures with a secret given to both.
 */
final class LocalClients implements RegisteredClientRepository {

  /** Client and registration id of the gateway itself. */
  static final String GATEWAY = "pulse";

  /** Client id of the reporting service. */
  static final String RECONCILER = "reconciler";

  private static final Duration BROWSER_TOKEN = Duration.ofMinutes(10);
  private static final Duration BROWSER_GRANT = Duration.ofDays(30);
  private static final Duration MACHINE_TOKEN = Duration.ofHours(1);

  private final RegisteredClientRepository machines;
  private final Map<String, RegisteredClient> own;

  /**
   * The clients in the database and these.
   *
   * @param own each with its client id as registration id
   */
  LocalClients(RegisteredClientRepository machines, List<RegisteredClient> own) {
    this.machines = machines;
    this.own =
        own.stream().collect(Collectors.toMap(RegisteredClient::getClientId, client -> client));
  }

  /** The gateway as a client: authorization code with PKCE, and refresh. */
  static RegisteredClient gateway(String secret, String redirectUri) {
    return RegisteredClient.withId(GATEWAY)
        .clientId(GATEWAY)
        .clientSecret(Passwords.OF_CLIENTS.encode(secret))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri(redirectUri)
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenTimeToLive(BROWSER_TOKEN)
                .refreshTokenTimeToLive(BROWSER_GRANT)
                .reuseRefreshTokens(true)
                .build())
        .build();
  }

  /** A machine that signs in with its secret. */
  static RegisteredClient machine(String name, String secretHash) {
    return RegisteredClient.withId(name)
        .clientId(name)
        .clientSecret(secretHash)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(MACHINE_TOKEN).build())
        .build();
  }

  @Override
  public void save(RegisteredClient client) {
    machines.save(client);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    RegisteredClient client = own.get(id);
    return client == null ? machines.findById(id) : client;
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    RegisteredClient client = own.get(clientId);
    return client == null ? machines.findByClientId(clientId) : client;
  }
}
