package io.countypulse.gateway.route;

import io.countypulse.gateway.limit.BodyTooLarge;
import io.countypulse.platform.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** What a caller reads when a request did not get through. */
final class RouteProblem {

  private RouteProblem() {}

  /** {@code 503}: the service is starting, stopped, or too slow. */
  static ServerResponse unavailable(Service service) {
    Problem problem =
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "UNAVAILABLE",
            "服务暂时不可用",
            service.chinese() + "暂时没有响应，已提交的数据不会丢失，请稍后再试。",
            "The "
                + service.code()
                + " service does not answer right now; please try again shortly.");
    return problem(problem, 5);
  }

  /** {@code 413}: more than the gateway lets through. */
  static ServerResponse tooLarge(BodyTooLarge tooLarge) {
    return problem(tooLarge.problem(), 0);
  }

  /** {@code 400}: the connection broke before the body was whole. Mostly nobody reads it. */
  static ServerResponse cutOff() {
    return problem(
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "BODY_CUT_OFF",
            "上传中断",
            "数据没有传完，本次提交没有生效，请重新上传。",
            "The upload broke off; nothing was taken, please send it again."),
        0);
  }

  private static ServerResponse problem(Problem problem, int retryAfterSeconds) {
    ServerResponse.BodyBuilder answer =
        ServerResponse.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (retryAfterSeconds > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
    }
    return answer.body(problem.toDetail());
  }
}
