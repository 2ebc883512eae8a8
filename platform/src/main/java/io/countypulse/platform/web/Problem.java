package io.countypulse.platform.web;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/**
 * An error as its reader sees it (RFC 9457): {@code
 * {"type","title","status","detail","detailEn","code","field"?,"line"?}}.
 *
 * @param code stable, in capitals: what programs decide by
 * @param title short, Chinese
 * @param detail what happened and what to do, Chinese, never a value of a person
 * @param detailEn the same in English
 * @param field the parameter or column at fault
 * @param line the line of a file at fault
 */
public record Problem(
    HttpStatusCode status,
    String code,
    String title,
    String detail,
    String detailEn,
    @Nullable String field,
    @Nullable Long line) {

  /** A problem that concerns no single field or line. */
  public static Problem of(
      HttpStatus status, String code, String title, String detail, String detailEn) {
    return new Problem(status, code, title, detail, detailEn, null, null);
  }

  /** {@code 404}: no such thing, or none the caller may see. */
  public static Problem notFound() {
    return Problems.NOT_FOUND.problem();
  }

  /** The same problem, naming the field at fault. */
  public Problem at(String name) {
    return new Problem(status, code, title, detail, detailEn, name, line);
  }

  /** The same problem, naming the line of the file at fault. */
  public Problem onLine(long number) {
    return new Problem(status, code, title, detail, detailEn, field, number);
  }

  /** What Spring writes as {@code application/problem+json}. */
  public ProblemDetail toDetail() {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("urn:county-pulse:problem:" + code.toLowerCase(Locale.ROOT)));
    problem.setTitle(title);
    problem.setDetail(detail);
    problem.setProperty("detailEn", detailEn);
    problem.setProperty("code", code);
    if (field != null) {
      problem.setProperty("field", field);
    }
    if (line != null) {
      problem.setProperty("line", line);
    }
    return problem;
  }

  /** The answer of a controller that refuses. */
  public ResponseEntity<ProblemDetail> toResponse() {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(toDetail());
  }

  /** For a controller whose return type has no room for a refusal. */
  public ErrorResponseException toException() {
    return new ErrorResponseException(status, toDetail(), null);
  }
}
