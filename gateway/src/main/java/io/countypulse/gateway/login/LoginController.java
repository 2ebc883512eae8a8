package io.countypulse.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the sign-in page. */
@Controller
@Profile("local")
class LoginController {

  private final LoginPage page;

  LoginController(LoginPage page) {
    this.page = page;
  }

  @GetMapping("/login")
  void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
    page.show(request, response);
  }
}
