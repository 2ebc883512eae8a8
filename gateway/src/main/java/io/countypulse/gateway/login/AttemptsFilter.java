package io.countypulse.gateway.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody guess passwords or secrets for long: after some wrong ones it is {@code 429}. */
final class AttemptsFilter extends OncePerRequestFilter {

  /** Says wait, in the form the caller reads. */
  interface Refusal {
    void write(HttpServletRequest request, HttpServletResponse response, Duration wait)
        throws IOException;
  }

  private final RequestMatcher guarded;
  private final Attempts attempts;
  private final Function<HttpServletRequest, String> name;
  private final Refusal refusal;

  AttemptsFilter(
      RequestMatcher guarded,
      Attempts attempts,
      Function<HttpServletRequest, String> name,
      Refusal refusal) {
    this.guarded = guarded;
    this.attempts = attempts;
    this.name = name;
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!guarded.matches(request)) {
      chain.doFilter(request, response);
      return;
    }
    String address = request.getRemoteAddr();
    String who = name.apply(request);
    Optional<Duration> wait = attempts.begin(address, who);
    if (wait.isPresent()) {
      long seconds = wait.get().plusMillis(999).toSeconds();
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
      refusal.write(request, response, Duration.ofSeconds(seconds));
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
      attempts.succeeded(address, who);
    }
  }
}
