package io.countypulse.gateway.access;

import io.countypulse.gateway.GatewaySettings;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Cookie {@code XSRF-TOKEN}, which scripts of this page may read and send back as header {@code
 * X-XSRF-TOKEN}; pages of other sites cannot.
 */
@Component
public class CsrfCookie implements Customizer<CsrfConfigurer<HttpSecurity>> {

  private final CookieCsrfTokenRepository repository =
      CookieCsrfTokenRepository.withHttpOnlyFalse();

  CsrfCookie(GatewaySettings settings) {
    repository.setCookieCustomizer(
        cookie -> cookie.sameSite("Lax").secure(settings.https()).path("/"));
  }

  @Override
  public void customize(CsrfConfigurer<HttpSecurity> csrf) {
    csrf.spa().csrfTokenRepository(repository);
  }
}
