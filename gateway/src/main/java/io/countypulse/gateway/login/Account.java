package io.countypulse.gateway.login;

import io.countypulse.platform.access.Role;
import io.countypulse.platform.units.UnitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may get tokens, and what these say.
 *
 * @param counties as the token has them: the city's code alone means all
 * @param bank code of the bank a client delivers for
 */
record Account(
    Kind kind,
    String name,
    String displayName,
    List<Role> roles,
    List<UnitCode> counties,
    @Nullable String bank) {

  /** A person with a password, or a machine with a secret. */
  enum Kind {
    USER,
    CLIENT
  }

  Account {
    roles = List.copyOf(roles);
    counties = List.copyOf(counties);
  }
}
