package io.countypulse.platform.audit;

import io.countypulse.platform.units.UnitCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log; when, the database writes.
 *
 * @param action what happened, in capitals: {@code IDENTITY_REVEALED}
 * @param subject what it happened to: kind and opaque id, {@code worker:4711}
 * @param county whose record it was, where there is one
 * @param detail further facts as JSON values; <strong>never personal data</strong>
 */
public record AuditEntry(
    Actor actor,
    String action,
    String subject,
    @Nullable UnitCode county,
    Map<String, Object> detail) {

  public AuditEntry {
    if (action.isEmpty() || !action.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_')) {
      throw new IllegalArgumentException("an action is written in capitals: " + action);
    }
    detail = Map.copyOf(detail);
  }
}
