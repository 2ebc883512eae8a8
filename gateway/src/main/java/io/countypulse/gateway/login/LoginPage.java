package io.countypulse.gateway.login;

import io.countypulse.platform.units.Units;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The sign-in page: HTML and CSS of its own, no script, so it works before the app is built. */
final class LoginPage {

  private final String template;

  LoginPage(Units units) {
    this.template = read().replace("{{city}}", HtmlUtils.htmlEscape(units.city().fullName()));
  }

  /** The page as it is first seen. */
  void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(request, response, HttpStatus.OK, null);
  }

  /** Once more, with the name kept: one of the two was wrong, and nobody is told which. */
  void wrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(
        request,
        response,
        HttpStatus.UNAUTHORIZED,
        "用户名或密码不正确<span lang=\"en\">Wrong user name or password</span>");
  }

  /** Too many wrong attempts. */
  void locked(HttpServletRequest request, HttpServletResponse response, Duration wait)
      throws IOException {
    write(
        request,
        response,
        HttpStatus.TOO_MANY_REQUESTS,
        "尝试次数过多，请 %d 秒后再试<span lang=\"en\">Too many attempts; please wait %d seconds</span>"
            .formatted(wait.toSeconds(), wait.toSeconds()));
  }

  /** The page lay open until its token was no longer good. */
  void outOfDate(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "页面已过期，请重新登录<span lang=\"en\">The page was out of date; please sign in again</span>");
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      @Nullable String message)
      throws IOException {
    String username = Objects.requireNonNullElse(request.getParameter("username"), "");
    String page =
        template
            .replace("{{csrf}}", csrf(request))
            .replace("{{username}}", HtmlUtils.htmlEscape(username))
            .replace("{{focusName}}", username.isEmpty() ? "autofocus" : "")
            .replace("{{focusPassword}}", username.isEmpty() ? "" : "autofocus")
            .replace(
                "{{message}}",
                message == null ? "" : "<p class=\"message\" role=\"alert\">" + message + "</p>");
    response.setStatus(status.value());
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }

  private static String read() {
    try (InputStream page = LoginPage.class.getResourceAsStream("login.html")) {
      return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
