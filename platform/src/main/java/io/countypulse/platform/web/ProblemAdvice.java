package io.countypulse.platform.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every exception of a request into a problem, without stack, SQL or class names. */
@RestControllerAdvice
@Order(ProblemAdvice.LAST)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  /** After the advices of features, which know their exceptions better. */
  static final int LAST = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_SECONDS = "5";

  @ExceptionHandler({DuplicateKeyException.class, OptimisticLockingFailureException.class})
  ResponseEntity<ProblemDetail> conflict(DataAccessException failure) {
    LOG.info("refused: somebody else was faster", failure);
    return Problems.of(HttpStatus.CONFLICT).toResponse();
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> database(RuntimeException failure) {
    if (!Outage.isBehind(failure)) {
      return unexpected(failure);
    }
    LOG.warn("the database cannot answer: {}", failure.getMessage());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE).toDetail());
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> other(Exception failure) throws Exception {
    if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
      throw failure; // for the security filters
    }
    return DisconnectedClientHelper.isClientDisconnectedException(failure)
        ? null
        : unexpected(failure);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    @Nullable Object given =
        body == null && failure instanceof ErrorResponse response ? response.getBody() : body;
    boolean ours =
        given instanceof ProblemDetail detail
            && detail.getProperties() != null
            && detail.getProperties().containsKey("code");
    Object answer = ours ? given : described(failure, status).toDetail();
    HttpHeaders all = new HttpHeaders(headers);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return super.handleExceptionInternal(failure, answer, all, status, request);
  }

  private static ResponseEntity<ProblemDetail> unexpected(Exception failure) {
    LOG.error("unexpected failure", failure);
    return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR).toResponse();
  }

  private static Problem described(Exception failure, HttpStatusCode status) {
    Problem problem = Problems.of(status);
    @Nullable String field =
        switch (failure) {
          case MethodArgumentTypeMismatchException mismatch -> mismatch.getName();
          case MissingServletRequestParameterException missing -> missing.getParameterName();
          case MissingServletRequestPartException missing -> missing.getRequestPartName();
          default -> null;
        };
    return field == null ? problem : problem.at(field);
  }
}
