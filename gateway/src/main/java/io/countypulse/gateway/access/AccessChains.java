package io.countypulse.gateway.access;

import io.countypulse.gateway.GatewaySettings;
import io.countypulse.platform.access.Role;
import io.countypulse.platform.access.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Two ways in: machines with a token in each request, browsers with a session. */
@Configuration(proxyBeanMethods = false)
class AccessChains {

  private static final String[] OPEN_TO_ALL = {
    "/api/city", "/api/city/map", TokenRelay.PUBLIC_NOTICES + "/**", "/actuator/health/**"
  };

  @Bean
  @Order(100)
  SecurityFilterChain machines(HttpSecurity http, Refusals refusals) {
    return http.securityMatcher(AccessChains::carriesToken)
        .authorizeHttpRequests(AccessChains::rules)
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(rolesOfToken()))
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(SecurityHeaders::write)
        .build();
  }

  @Bean
  @Order(200)
  SecurityFilterChain browsers(
      HttpSecurity http,
      Refusals refusals,
      SignOut signOut,
      CsrfCookie cookie,
      ObjectProvider<LogoutHandler> alsoOnSignOut,
      GatewaySettings settings) {
    return http.authorizeHttpRequests(AccessChains::rules)
        .oauth2Login(
            login ->
                login
                    .loginPage("/")
                    .defaultSuccessUrl("/", true)
                    .failureUrl("/?login=failed")
                    .userInfoEndpoint(user -> user.userAuthoritiesMapper(new RolesOfIdToken())))
        .logout(
            logout -> {
              alsoOnSignOut.forEach(logout::addLogoutHandler);
              logout.logoutSuccessHandler(signOut);
            })
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .csrf(cookie)
        .headers(SecurityHeaders::write)
        .addFilterBefore(
            new OneAddress(settings.publicUrl()), OAuth2AuthorizationRequestRedirectFilter.class)
        .build();
  }

  private static boolean carriesToken(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers(OPEN_TO_ALL)
        .permitAll()
        .requestMatchers("/actuator/**")
        .hasRole(Role.OPERATOR.name())
        .requestMatchers("/api/**")
        .authenticated()
        .anyRequest()
        .permitAll();
  }

  private static JwtAuthenticationConverter rolesOfToken() {
    JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
    roles.setAuthoritiesClaimName("roles");
    roles.setAuthorityPrefix("ROLE_");
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(roles);
    return converter;
  }

  @Bean
  JwtDecoder accessTokens(
      @Value("${pulse.security.issuer}") String issuer,
      @Value("${pulse.security.jwk-set-uri}") URI keys,
      @Value("${pulse.security.audience}") String audience) {
    return Tokens.decoder(issuer, keys, audience);
  }

  @Bean
  DefaultCookieSerializerCustomizer secureCookies(GatewaySettings settings) {
    return cookie -> cookie.setUseSecureCookie(settings.https());
  }
}
