package io.countypulse.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/** The access token behind a browser's session, refreshed when it is about to expire. */
@Component
class BrowserTokens {

  /** Answers that mean the grant itself is over (RFC 6749 § 5.2). */
  private static final Set<String> OVER =
      Set.of("invalid_grant", "unauthorized_client", "invalid_client", "access_denied");

  private final OAuth2AuthorizedClientManager clients;

  BrowserTokens(OAuth2AuthorizedClientManager clients) {
    this.clients = clients;
  }

  BrowserToken of(
      OAuth2AuthenticationToken user, HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizeRequest wanted =
        OAuth2AuthorizeRequest.withClientRegistrationId(user.getAuthorizedClientRegistrationId())
            .principal(user)
            .attribute(HttpServletRequest.class.getName(), request)
            .attribute(HttpServletResponse.class.getName(), response)
            .build();
    try {
      return token(clients.authorize(wanted), request);
    } catch (ClientAuthorizationException refused) {
      return OVER.contains(refused.getError().getErrorCode())
          ? signInAgain(request)
          : new BrowserToken.IssuerSilent();
    }
  }

  private static BrowserToken token(
      @Nullable OAuth2AuthorizedClient client, HttpServletRequest request) {
    return client == null ? signInAgain(request) : new BrowserToken.Valid(client.getAccessToken());
  }

  private static BrowserToken signInAgain(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return new BrowserToken.SignInAgain();
  }
}
