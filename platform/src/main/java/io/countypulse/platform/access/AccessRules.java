package io.countypulse.platform.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * Which roles may call which paths of a service: one bean a service, in one place. What no rule
 * names is refused.
 *
 * <pre>{@code
 * @Bean
 * AccessRules access() {
 *   return AccessRules.none()
 *       .allow(POST, "/api/employment/imports", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD)
 *       .allow(GET, "/api/employment/workers/**", EMPLOYMENT_CLERK, EMPLOYMENT_LEAD, LEADER);
 * }
 * }</pre>
 */
public record AccessRules(List<Rule> rules) {

  /**
   * The first rule that matches method and pattern (a path pattern of Spring MVC) decides.
   *
   * @param open whether everybody may, without a token
   */
  public record Rule(HttpMethod method, String pattern, Set<Role> roles, boolean open) {
    public Rule {
      roles = Set.copyOf(roles);
    }
  }

  public AccessRules {
    rules = List.copyOf(rules);
  }

  /** Nothing is allowed but what the platform itself opens: health, and the rest to operators. */
  public static AccessRules none() {
    return new AccessRules(List.of());
  }

  /** These rules and one more. */
  public AccessRules allow(HttpMethod method, String pattern, Role... roles) {
    return with(new Rule(method, pattern, Set.of(roles), false));
  }

  /** These rules and one that lets everybody in: what is answered there is public. */
  public AccessRules open(HttpMethod method, String pattern) {
    return with(new Rule(method, pattern, Set.of(), true));
  }

  private AccessRules with(Rule rule) {
    return new AccessRules(Stream.concat(rules.stream(), Stream.of(rule)).toList());
  }
}
