package io.countypulse.gateway.login;

import io.countypulse.gateway.access.CsrfCookie;
import io.countypulse.gateway.access.SecurityHeaders;
import io.countypulse.gateway.problem.ProblemWriter;
import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The endpoints of the local authorization server and its sign-in page. Who signed in here stands
 * in the session under a name of its own, beside the gateway's user of the same session: signing
 * out ends both.
 */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalChains {

  private static final int WRONG_PASSWORDS = 5;

  /** A machine may fetch many tokens at a time, and each counts until it has succeeded. */
  private static final int WRONG_SECRETS = 50;

  private static final RequestMatcher LOGIN =
      PathPatternRequestMatcher.withDefaults().matcher("/login");
  private static final RequestMatcher SIGN_IN =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");
  private static final RequestMatcher TOKEN =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/oauth2/token");
  private static final RequestMatcher AUTHORIZE =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/oauth2/authorize");

  private final SecurityContextRepository signedInHere = signedInHere();
  private final RequestCache interrupted = interrupted();

  @Bean
  @Order(10)
  SecurityFilterChain authorizationServerChain(HttpSecurity http, ProblemWriter problems) {
    AttemptsFilter attempts =
        new AttemptsFilter(
            TOKEN,
            new Attempts(WRONG_SECRETS),
            LocalChains::clientId,
            (request, response, wait) -> problems.write(response, tooMany(wait)));
    return http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .securityContext(context -> context.securityContextRepository(signedInHere))
        .requestCache(cache -> cache.requestCache(interrupted))
        .exceptionHandling(
            refused ->
                refused.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"), AUTHORIZE))
        .headers(SecurityHeaders::write)
        .addFilterAfter(attempts, HeaderWriterFilter.class)
        .build();
  }

  @Bean
  @Order(20)
  SecurityFilterChain loginChain(
      HttpSecurity http,
      Accounts accounts,
      AuthenticationEventPublisher events,
      LoginPage page,
      CsrfCookie cookie) {
    DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(accounts);
    passwords.setPasswordEncoder(Passwords.OF_USERS);
    ProviderManager users = new ProviderManager(passwords);
    users.setAuthenticationEventPublisher(events);
    AttemptsFilter attempts =
        new AttemptsFilter(
            SIGN_IN, new Attempts(WRONG_PASSWORDS), LocalChains::username, page::locked);
    return http.securityMatcher(LOGIN)
        .authenticationManager(users)
        .formLogin(
            form ->
                form.loginPage("/login")
                    .securityContextRepository(signedInHere)
                    .successHandler(new OnwardToApp(interrupted))
                    .failureHandler((request, response, wrong) -> page.wrong(request, response)))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .securityContext(context -> context.securityContextRepository(signedInHere))
        .requestCache(cache -> cache.requestCache(interrupted))
        .exceptionHandling(
            refused ->
                refused.accessDeniedHandler(
                    (request, response, csrf) -> page.outOfDate(request, response)))
        .csrf(cookie)
        .headers(SecurityHeaders::write)
        .addFilterBefore(attempts, UsernamePasswordAuthenticationFilter.class)
        .build();
  }

  @Bean
  LoginPage loginPage(Units units) {
    return new LoginPage(units);
  }

  private static SecurityContextRepository signedInHere() {
    HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();
    repository.setSpringSecurityContextKey("LOCAL_SIGN_IN");
    return repository;
  }

  private static RequestCache interrupted() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(AUTHORIZE);
    return cache;
  }

  private static String username(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getParameter("username"), "");
  }

  private static String clientId(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String parameter = Objects.requireNonNullElse(request.getParameter("client_id"), "");
    return header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)
        ? parameter
        : userOf(header.substring(6));
  }

  private static String userOf(String basic) {
    try {
      String pair = new String(Base64.getDecoder().decode(basic.strip()), StandardCharsets.UTF_8);
      return pair.substring(0, Math.max(0, pair.indexOf(':')));
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static Problem tooMany(Duration wait) {
    return Problem.of(
        HttpStatus.TOO_MANY_REQUESTS,
        "TOO_MANY_ATTEMPTS",
        "尝试次数过多",
        "客户端密钥错误次数过多，请 %d 秒后再试。".formatted(wait.toSeconds()),
        "Too many wrong secrets; please wait %d seconds.".formatted(wait.toSeconds()));
  }
}
