package io.countypulse.gateway.access;

import io.countypulse.platform.web.Problem;
import io.countypulse.platform.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Shows each service a token: a machine's own, or the one behind a browser's session. */
@Component
public class TokenRelay implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  /** What citizens read, and object to, without an account. */
  static final String PUBLIC_NOTICES = "/api/subsidy/notices";

  private static final String EXPIRY = TokenRelay.class.getName() + ".expiry";

  private static final Problem SILENT =
      Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "UNAVAILABLE",
          "登录服务暂时不可用",
          "登录服务暂时没有响应，请稍后再试。",
          "The sign-in service does not answer right now; please try again shortly.");

  private final BrowserTokens tokens;

  TokenRelay(BrowserTokens tokens) {
    this.tokens = tokens;
  }

  /** When the token of this request ends; no stream opened with it may live longer. */
  public static Instant expiryOf(ServerRequest request) {
    return (Instant) request.attribute(EXPIRY).orElse(Instant.MAX);
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    return switch (request.principal().orElse(null)) {
      case OAuth2AuthenticationToken browser -> forBrowser(browser, request, next);
      case JwtAuthenticationToken machine -> next.handle(with(machine.getToken(), request));
      case null, default ->
          request.path().equals(PUBLIC_NOTICES) || request.path().startsWith(PUBLIC_NOTICES + "/")
              ? next.handle(request)
              : refused(Problems.NOT_SIGNED_IN.problem());
    };
  }

  private ServerResponse forBrowser(
      OAuth2AuthenticationToken user, ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    return switch (tokens.of(user, request.servletRequest(), response())) {
      case BrowserToken.Valid valid -> next.handle(with(valid.token(), request));
      case BrowserToken.SignInAgain() -> refused(Problems.NOT_SIGNED_IN.problem());
      case BrowserToken.IssuerSilent() -> refused(SILENT);
    };
  }

  private static ServerRequest with(AbstractOAuth2Token token, ServerRequest request) {
    return ServerRequest.from(request)
        .headers(headers -> headers.setBearerAuth(token.getTokenValue()))
        .attribute(EXPIRY, expiry(token.getExpiresAt()))
        .build();
  }

  private static Instant expiry(@Nullable Instant expiry) {
    return expiry == null ? Instant.MAX : expiry;
  }

  private static ServerResponse refused(Problem problem) {
    return ServerResponse.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(problem.toDetail());
  }

  private static HttpServletResponse response() {
    var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    return Objects.requireNonNull(attributes.getResponse());
  }
}
