package io.countypulse.gateway.access;

import io.countypulse.gateway.problem.ProblemWriter;
import io.countypulse.platform.web.Problem;
import io.countypulse.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says no in the house's form: {@code 401} without a redirect, {@code 403}. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final Problem CSRF =
      Problem.of(
          HttpStatus.FORBIDDEN,
          "CSRF",
          "请求校验失败",
          "页面已过期，请刷新后重试。",
          "The page is out of date (no valid X-XSRF-TOKEN header); reload it and try again.");

  private final ProblemWriter problems;

  Refusals(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    if (reason instanceof OAuth2AuthenticationException) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
    problems.write(response, Problems.NOT_SIGNED_IN.problem());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    problems.write(
        response, reason instanceof CsrfException ? CSRF : Problems.NOT_ALLOWED.problem());
  }
}
