package io.countypulse.gateway.access;

import io.countypulse.platform.audit.Actor;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.units.UnitCode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Writes to the audit log who came and went, whichever issuer vouched for them. */
@Component
class SignInAudit {

  private static final @Nullable UnitCode NO_COUNTY = null;

  private final Audit audit;

  SignInAudit(Audit audit) {
    this.audit = audit;
  }

  @EventListener
  void signedIn(InteractiveAuthenticationSuccessEvent event) {
    record(event.getAuthentication(), "SIGNED_IN");
  }

  @EventListener
  void signedOut(LogoutSuccessEvent event) {
    record(event.getAuthentication(), "SIGNED_OUT");
  }

  /** The sign-in at the local issuer alone is half of one; the user of the gateway is the whole. */
  private void record(Authentication user, String action) {
    if (user instanceof OAuth2AuthenticationToken) {
      Actor actor = new Actor(user.getName(), roles(user), address(user));
      audit.record(new AuditEntry(actor, action, "user:" + user.getName(), NO_COUNTY, Map.of()));
    }
  }

  private static Set<String> roles(Authentication user) {
    return user.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority != null && authority.startsWith("ROLE_"))
        .map(authority -> authority.substring("ROLE_".length()))
        .collect(Collectors.toSet());
  }

  private static String address(Authentication user) {
    return user.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }
}
