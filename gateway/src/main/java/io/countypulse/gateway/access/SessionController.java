package io.countypulse.gateway.access;

import io.countypulse.platform.units.Units;
import io.countypulse.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page who is signed in, by the very token the services will see. */
@RestController
class SessionController {

  /**
   * Who is signed in.
   *
   * @param counties unit codes as the token has them; the city's own code means all
   */
  record Session(
      String username,
      String displayName,
      List<String> roles,
      List<String> counties,
      boolean cityWide) {}

  private final BrowserTokens tokens;
  private final JwtDecoder decoder;
  private final Units units;

  SessionController(BrowserTokens tokens, JwtDecoder decoder, Units units) {
    this.tokens = tokens;
    this.decoder = decoder;
    this.units = units;
  }

  @GetMapping("/api/session")
  ResponseEntity<?> session(
      Authentication caller, HttpServletRequest request, HttpServletResponse response) {
    return switch (caller) {
      case JwtAuthenticationToken machine -> ResponseEntity.ok(session(machine.getToken()));
      case OAuth2AuthenticationToken browser ->
          tokens.of(browser, request, response) instanceof BrowserToken.Valid valid
              ? ResponseEntity.ok(session(decoder.decode(valid.token().getTokenValue())))
              : Problems.NOT_SIGNED_IN.problem().toResponse();
      default -> Problems.NOT_SIGNED_IN.problem().toResponse();
    };
  }

  private Session session(Jwt token) {
    List<String> counties = list(token, "counties");
    String username = text(token, "preferred_username", text(token, "sub", ""));
    return new Session(
        username,
        text(token, "name", username),
        list(token, "roles"),
        counties,
        cityWide(counties));
  }

  private boolean cityWide(List<String> counties) {
    return counties.contains(units.city().code().value())
        || units.counties().stream().allMatch(unit -> counties.contains(unit.code().value()));
  }

  private static List<String> list(Jwt token, String claim) {
    List<String> values = token.getClaimAsStringList(claim);
    return values == null ? List.of() : values;
  }

  private static String text(Jwt token, String claim, String otherwise) {
    String value = token.getClaimAsString(claim);
    return value == null ? otherwise : value;
  }
}
