package io.countypulse.platform.audit;

import java.util.Set;

/**
 * Who did it.
 *
 * @param name user, client or the service itself
 * @param roles the roles held at that moment
 * @param address where from; empty for the service itself
 */
public record Actor(String name, Set<String> roles, String address) {

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** The service acting by itself: a job, a recovery after a crash. */
  public static Actor service(String name) {
    return new Actor(name, Set.of(), "");
  }
}
