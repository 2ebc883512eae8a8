package io.countypulse.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * After sign-in: back to the authorization request that asked for it, or to the start of one. Only
 * paths of our own, so nobody can be led elsewhere.
 */
final class OnwardToApp implements AuthenticationSuccessHandler {

  private final RequestCache interrupted;

  OnwardToApp(RequestCache interrupted) {
    this.interrupted = interrupted;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication user)
      throws IOException {
    SavedRequest saved = interrupted.getRequest(request, response);
    interrupted.removeRequest(request, response);
    response.sendRedirect(
        saved instanceof DefaultSavedRequest authorize
            ? "/oauth2/authorize?" + authorize.getQueryString()
            : "/oauth2/authorization/" + LocalClients.GATEWAY);
  }
}
