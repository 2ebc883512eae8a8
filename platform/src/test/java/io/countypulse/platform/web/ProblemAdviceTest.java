package io.countypulse.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;

class ProblemAdviceTest {

  private final ProblemAdvice advice = new ProblemAdvice();

  /** FAULTS B4, B5, B6: connection lost, disk full, shutting down, read-only, deadlock. */
  @ParameterizedTest
  @ValueSource(strings = {"08006", "53100", "57P01", "25006", "40P01"})
  void aDatabaseThatCannotAnswerNowIsAskedAgainLater(String state) {
    assertUnavailable(
        advice.database(
            new DataAccessResourceFailureException("down", new SQLException("down", state))));
  }

  @Test
  void noConnectionAtAllIsAskedAgainLater() {
    assertUnavailable(
        advice.database(
            new CannotCreateTransactionException(
                "no connection", new SQLTransientConnectionException("timed out"))));
  }

  @Test
  void aWrongStatementIsAFaultOfOurs() {
    ResponseEntity<ProblemDetail> answer =
        advice.database(
            new DataAccessResourceFailureException("wrong", new SQLException("wrong", "42601")));

    assertThat(answer.getStatusCode().value()).isEqualTo(500);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isNull();
  }

  private static void assertUnavailable(ResponseEntity<ProblemDetail> answer) {
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    ProblemDetail problem = Objects.requireNonNull(answer.getBody());
    assertThat(problem.getProperties()).containsEntry("code", "UNAVAILABLE");
  }
}
