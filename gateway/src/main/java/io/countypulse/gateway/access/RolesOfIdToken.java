package io.countypulse.gateway.access;

import io.countypulse.platform.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/** The roles of a browser's user, as the issuer named them in the claim {@code roles}. */
final class RolesOfIdToken implements GrantedAuthoritiesMapper {

  @Override
  public Collection<? extends GrantedAuthority> mapAuthorities(
      Collection<? extends GrantedAuthority> authorities) {
    return authorities.stream()
        .filter(OidcUserAuthority.class::isInstance)
        .map(OidcUserAuthority.class::cast)
        .flatMap(user -> roles(user).stream())
        .flatMap(name -> Role.of(name).stream())
        .map(role -> new SimpleGrantedAuthority(role.authority()))
        .collect(Collectors.toSet());
  }

  private static List<String> roles(OidcUserAuthority user) {
    List<String> roles = user.getIdToken().getClaimAsStringList("roles");
    return roles == null ? List.of() : roles;
  }
}
