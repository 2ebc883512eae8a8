package io.countypulse.platform.access;

import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.web.Problem;
import io.countypulse.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Says no: 401 and 403 as problems, and what a known caller was refused goes to the audit log. */
@RestControllerAdvice
@Order(0)
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final Callers callers;
  private final Audit audit;
  private final JsonMapper json;

  Refusals(Callers callers, Audit audit, JsonMapper json) {
    this.callers = callers;
    this.audit = audit;
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(response, Problems.NOT_SIGNED_IN.problem());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    record(request, "ROLE_REFUSED", null);
    write(response, Problems.NOT_ALLOWED.problem());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> county(CountyNotYours refusal, HttpServletRequest request) {
    record(request, "COUNTY_REFUSED", refusal.county());
    return Problem.of(
            HttpStatus.FORBIDDEN,
            "COUNTY_NOT_YOURS",
            "不在您的管辖范围",
            "您只能查看和办理本县（市）区的数据。",
            "You may only see and handle the data of your own counties.")
        .at("county")
        .toResponse();
  }

  /** A refusal stands whether or not it can be written down. */
  private void record(HttpServletRequest request, String action, @Nullable UnitCode county) {
    if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken authentication)) {
      return;
    }
    Caller caller = callers.caller(authentication.getToken(), request.getRemoteAddr());
    String path = request.getRequestURI();
    try {
      audit.record(
          new AuditEntry(
              caller.actor(), action, path, county, Map.of("method", request.getMethod())));
    } catch (DataAccessException unwritten) {
      LOG.error("a refusal could not be written to the audit log: {} {}", action, path, unwritten);
    }
  }

  private void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem.toDetail());
  }
}
