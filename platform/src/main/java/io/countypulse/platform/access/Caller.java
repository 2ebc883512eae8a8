package io.countypulse.platform.access;

import io.countypulse.platform.audit.Actor;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the checked token says; a controller method takes it, or its {@link
 * CountyScope}, as an argument.
 *
 * @param name user or client name, for the audit log
 * @param bank code of the bank a machine client delivers for
 * @param address where the request came from
 */
public record Caller(
    String name, Set<Role> roles, CountyScope scope, @Nullable String bank, String address) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether the caller has any of these roles. */
  public boolean hasAny(Role... wanted) {
    return Set.of(wanted).stream().anyMatch(roles::contains);
  }

  /** The caller as the audit log writes it. */
  public Actor actor() {
    return new Actor(name, roles.stream().map(Role::name).collect(Collectors.toSet()), address);
  }
}
