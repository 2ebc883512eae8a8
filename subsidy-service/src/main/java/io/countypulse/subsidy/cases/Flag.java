package io.countypulse.subsidy.cases;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is doubtful about a case {@code c} by what is known now; it clears by itself. */
public enum Flag {
  /** Paid, and nothing known that would entitle. */
  NOT_ENTITLED("c.paid_from is not null and c.entitled_from is null"),
  PAID_ABOVE_AMOUNT("c.paid_fen > c.entitled_fen"),
  PAID_BEFORE_ENTITLED("c.paid_from < c.entitled_from"),
  /** No household is told, or none that employment knows. */
  HOUSEHOLD_UNKNOWN(
      "c.programme <> 'WORKSHOP_WAGES'"
          + " and not exists (select from covered_household h where h.id = c.household_id)"),
  /** A file put the case into another county than employment. */
  COUNTY_DIFFERS("c.told_county <> c.county");

  private final String condition;

  Flag(String condition) {
    this.condition = condition;
  }

  static Optional<Flag> find(String name) {
    return Stream.of(values()).filter(flag -> flag.name().equals(name)).findFirst();
  }

  /** SQL: whether it holds. */
  String condition() {
    return condition;
  }

  /** SQL: an array of those that hold. */
  static String holding() {
    return Stream.of(values())
        .map(flag -> "case when " + flag.condition() + " then '" + flag.name() + "' end")
        .collect(Collectors.joining(", ", "array_remove(array[", "], null)"));
  }
}
