package io.countypulse.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Takes back the grant behind a session that is signed out; the session itself ends with it. */
final class LocalSignOut implements LogoutHandler {

  private final OAuth2AuthorizedClientRepository tokens;
  private final OAuth2AuthorizationService grants;

  LocalSignOut(OAuth2AuthorizedClientRepository tokens, OAuth2AuthorizationService grants) {
    this.tokens = tokens;
    this.grants = grants;
  }

  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user) {
    if (user == null) {
      return;
    }
    OAuth2AuthorizedClient client =
        tokens.loadAuthorizedClient(LocalClients.GATEWAY, user, request);
    OAuth2RefreshToken token = client == null ? null : client.getRefreshToken();
    OAuth2Authorization grant =
        token == null
            ? null
            : grants.findByToken(token.getTokenValue(), OAuth2TokenType.REFRESH_TOKEN);
    if (grant != null) {
      grants.remove(grant);
    }
  }
}
