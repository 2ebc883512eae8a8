package io.countypulse.gateway.login;

import io.countypulse.platform.audit.Actor;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import io.countypulse.platform.units.UnitCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Writes wrong passwords to the audit log, by the account they were tried on. A name nobody has is
 * not written: it is too often a password typed into the wrong field.
 */
class RefusedSignIns {

  private static final @Nullable UnitCode NO_COUNTY = null;

  private final Accounts accounts;
  private final Audit audit;

  RefusedSignIns(Accounts accounts, Audit audit) {
    this.accounts = accounts;
    this.audit = audit;
  }

  @EventListener
  void refused(AbstractAuthenticationFailureEvent event) {
    if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken attempt) {
      String name =
          accounts.find(Account.Kind.USER, attempt.getName()).map(Account::name).orElse("unknown");
      Actor actor = new Actor(name, Set.of(), address(attempt));
      audit.record(new AuditEntry(actor, "SIGN_IN_REFUSED", "user:" + name, NO_COUNTY, Map.of()));
    }
  }

  private static String address(UsernamePasswordAuthenticationToken attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }
}
