package io.countypulse.platform.access;

import java.util.Arrays;
import java.util.Optional;

/** What a caller may do (claim {@code roles}); for which counties, {@link CountyScope} says. */
public enum Role {
  EMPLOYMENT_CLERK,
  EMPLOYMENT_LEAD,
  CREDIT_CLERK,
  CREDIT_LEAD,
  SUBSIDY_CLERK,
  SUBSIDY_LEAD,
  BANK,
  LEADER,
  BULLETIN_EDITOR,
  BULLETIN_ISSUER,
  AUDITOR,
  OPERATOR;

  /** The role of a claim's text; roles of other systems are none of ours. */
  public static Optional<Role> of(String text) {
    return Arrays.stream(values()).filter(role -> role.name().equals(text)).findFirst();
  }

  /** The name Spring Security knows it by. */
  public String authority() {
    return "ROLE_" + name();
  }
}
