package io.countypulse.platform.access;

import io.countypulse.platform.access.AccessRules.Rule;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditAutoConfiguration;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.units.UnitsAutoConfiguration;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every request carries a token that is checked here; nothing else says who calls. What the
 * service's {@link AccessRules} do not allow is refused.
 */
@AutoConfiguration(
    after = {UnitsAutoConfiguration.class, AuditAutoConfiguration.class},
    before = {
      ServletWebSecurityAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessAutoConfiguration.Issuer.class)
public final class AccessAutoConfiguration {

  /**
   * Whose tokens are believed.
   *
   * @param issuer claim {@code iss}
   * @param jwkSetUri where the issuer's public keys are
   * @param audience one of the claim {@code aud}
   */
  @ConfigurationProperties("pulse.security")
  record Issuer(String issuer, URI jwkSetUri, String audience) {}

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(Issuer issuer) {
    return Tokens.decoder(issuer.issuer(), issuer.jwkSetUri(), issuer.audience());
  }

  @Bean
  @ConditionalOnMissingBean
  AccessRules accessRules() {
    return AccessRules.none();
  }

  @Bean
  Callers callers(Units units) {
    return new Callers(units);
  }

  @Bean
  Refusals refusals(Callers callers, Audit audit, JsonMapper json) {
    return new Refusals(callers, audit, json);
  }

  @Bean
  ScopedTransactions scopedTransactions(
      PlatformTransactionManager transactions, JdbcClient database) {
    return new ScopedTransactions(transactions, database);
  }

  @Bean
  WebMvcConfigurer callerArguments(Callers callers) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument(callers));
      }
    };
  }

  @Bean
  SecurityFilterChain accessChain(
      HttpSecurity http,
      AccessRules rules,
      Callers callers,
      Refusals refusals,
      @Value("${springdoc.api-docs.path}") String apiDocument) {
    return http.csrf(AbstractHttpConfigurer::disable) // no cookie, nothing to forge
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy ->
                            policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(callers::authentication))
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(requests -> authorize(requests, rules, apiDocument))
        .build();
  }

  private static void authorize(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      AccessRules rules,
      String apiDocument) {
    // The first dispatch of the same request was authorised.
    requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
    requests
        .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
        .permitAll()
        .requestMatchers("/actuator/**")
        .hasRole(Role.OPERATOR.name())
        .requestMatchers(HttpMethod.GET, apiDocument, apiDocument + ".yaml")
        .authenticated();
    for (Rule rule : rules.rules()) {
      var matched = requests.requestMatchers(rule.method(), rule.pattern());
      if (rule.open()) {
        matched.permitAll();
      } else {
        matched.hasAnyRole(rule.roles().stream().map(Role::name).toArray(String[]::new));
      }
    }
    requests.anyRequest().denyAll();
  }
}
