package io.countypulse.platform.access;

import io.countypulse.platform.units.Unit;
import io.countypulse.platform.units.UnitCode;
import io.countypulse.platform.units.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads a {@link Caller} from a checked token: claims roles, counties, bank, preferred_username.
 */
final class Callers {

  private final Units units;

  Callers(Units units) {
    this.units = units;
  }

  AbstractAuthenticationToken authentication(Jwt token) {
    List<SimpleGrantedAuthority> authorities =
        roles(token).stream().map(Role::authority).map(SimpleGrantedAuthority::new).toList();
    return new JwtAuthenticationToken(token, authorities, name(token));
  }

  Caller caller(Jwt token, String address) {
    return new Caller(
        name(token), roles(token), scope(token), token.getClaimAsString("bank"), address);
  }

  private static String name(Jwt token) {
    String preferred = token.getClaimAsString("preferred_username");
    return Optional.ofNullable(preferred)
        .or(() -> Optional.ofNullable(token.getSubject()))
        .orElse("");
  }

  private static Set<Role> roles(Jwt token) {
    return texts(token, "roles").stream()
        .flatMap(text -> Role.of(text).stream())
        .collect(Collectors.toSet());
  }

  /** The city's code grants everything; so does naming every county. */
  private CountyScope scope(Jwt token) {
    List<String> claimed = texts(token, "counties");
    Set<UnitCode> all = units.counties().stream().map(Unit::code).collect(Collectors.toSet());
    Set<UnitCode> granted =
        all.stream().filter(code -> claimed.contains(code.value())).collect(Collectors.toSet());
    boolean city = claimed.contains(units.city().code().value());
    return city || granted.equals(all) ? CountyScope.city() : new CountyScope.Counties(granted);
  }

  private static List<String> texts(Jwt token, String claim) {
    @Nullable Object value = token.getClaim(claim);
    return value instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
