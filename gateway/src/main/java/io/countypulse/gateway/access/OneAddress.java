package io.countypulse.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sign-in begins at the public address, whatever name the browser knows the gateway by (127.0.0.1,
 * localhost, the machine's own): the issuer leads back to the public one, and a session begun
 * elsewhere would not be found there.
 */
final class OneAddress extends OncePerRequestFilter {

  /** A proxy that hides the public name from us must not send anybody round in circles. */
  private static final String SENT_HERE = "here";

  private final URI publicUrl;

  OneAddress(URI publicUrl) {
    this.publicUrl = publicUrl;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (path.startsWith("/oauth2/authorization/") && !isPublic(request)) {
      response.sendRedirect(publicUrl.resolve(path) + "?" + SENT_HERE);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isPublic(HttpServletRequest request) {
    return SENT_HERE.equals(request.getQueryString())
        || publicUrl.getAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
  }
}
