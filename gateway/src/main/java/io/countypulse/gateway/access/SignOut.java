package io.countypulse.gateway.access;

import io.countypulse.gateway.GatewaySettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * After sign-out: {@code {"next": url}} to a script, a redirect there to a form. Next is the start
 * page, by way of the issuer's own sign-out page where it has one (OpenID Connect RP-initiated
 * logout 1.0 § 2).
 */
@Component
class SignOut implements LogoutSuccessHandler {

  private final GatewaySettings settings;
  private final JsonMapper json;

  SignOut(GatewaySettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user)
      throws IOException {
    String next = next(user);
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
      response.sendRedirect(next, HttpServletResponse.SC_SEE_OTHER);
    } else {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.getOutputStream().write(json.writeValueAsBytes(Map.of("next", next)));
    }
  }

  private String next(@Nullable Authentication user) {
    URI endSession = settings.endSessionUrl();
    if (endSession == null || user == null || !(user.getPrincipal() instanceof OidcUser oidc)) {
      return "/";
    }
    return UriComponentsBuilder.fromUri(endSession)
        .queryParam("id_token_hint", oidc.getIdToken().getTokenValue())
        .queryParam("post_logout_redirect_uri", settings.publicAddress("/"))
        .encode()
        .toUriString();
  }
}
