package io.countypulse.gateway.limit;

import io.countypulse.gateway.GatewaySettings;
import io.countypulse.gateway.problem.ProblemWriter;
import io.countypulse.platform.web.Problem;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses too many requests of one address ({@code 429}) and bodies too large ({@code 413}) before
 * anything else is done with them.
 */
@Component
@Order(Limits.BEFORE_SECURITY)
class Limits extends OncePerRequestFilter {

  static final int BEFORE_SECURITY = -200;

  /** Where files arrive. */
  private static final Pattern UPLOADS =
      Pattern.compile("/api/[a-z]+/(imports|feeds|batches/[0-9a-f-]{36}/results)");

  private static final DataSize FORM = DataSize.ofKilobytes(64);

  private final GatewaySettings.Limits settings;
  private final Buckets requests;
  private final ProblemWriter problems;

  Limits(GatewaySettings settings, ProblemWriter problems) {
    this.settings = settings.limits();
    this.problems = problems;
    this.requests =
        new Buckets(
            this.settings.burst(), this.settings.requestsPerSecond(), Duration.ofSeconds(1));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ConsumptionProbe probe = requests.of(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
    DataSize limit = limit(request.getRequestURI());
    if (!probe.isConsumed()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      problems.write(response, tooMany());
    } else if (request.getContentLengthLong() > limit.toBytes()) {
      problems.write(response, BodyTooLarge.problem(limit));
    } else if (request.getRequestURI().startsWith("/api/")) {
      chain.doFilter(new ApiRequest(request, limit), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private DataSize limit(String path) {
    if (UPLOADS.matcher(path).matches()) {
      return settings.upload();
    }
    return path.startsWith("/api/") ? settings.body() : FORM;
  }

  private static Problem tooMany() {
    return Problem.of(
        HttpStatus.TOO_MANY_REQUESTS,
        "TOO_MANY_REQUESTS",
        "请求过于频繁",
        "请求过于频繁，请稍后再试。",
        "Too many requests; please slow down.");
  }
}
