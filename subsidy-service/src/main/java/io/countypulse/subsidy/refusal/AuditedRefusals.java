package io.countypulse.subsidy.refusal;

import io.countypulse.platform.audit.Actor;
import io.countypulse.platform.audit.Audit;
import io.countypulse.platform.audit.AuditEntry;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Writes down who was refused what: the refused transaction is rolled back, and its entries with
 * it, so this one is written after it.
 */
@Component
public class AuditedRefusals {

  private final Audit audit;

  AuditedRefusals(Audit audit) {
    this.audit = audit;
  }

  /**
   * Does the work, in no transaction but its own. What does not exist is no refusal.
   *
   * @param action of the entry, if it is refused
   * @param subject what it was about
   */
  public <T> T watch(Actor actor, String action, String subject, Supplier<T> work) {
    try {
      return work.get();
    } catch (ErrorResponseException refused) {
      if (refused.getStatusCode().value() != HttpStatus.NOT_FOUND.value()) {
        audit.record(new AuditEntry(actor, action, subject, null, reason(refused)));
      }
      throw refused;
    }
  }

  private static Map<String, Object> reason(ErrorResponseException refused) {
    Map<String, Object> more = refused.getBody().getProperties();
    Object code = more == null ? null : more.get("code");
    return Map.of("code", code == null ? "" : code);
  }
}
