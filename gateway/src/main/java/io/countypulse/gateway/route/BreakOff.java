package io.countypulse.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Breaks the caller's connection where the service broke its own: half an answer must not look
 * whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BreakOff extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (request.getAttribute(ServiceBrokeOff.ATTRIBUTE) instanceof ServiceBrokeOff brokenOff) {
      throw brokenOff;
    }
  }
}
