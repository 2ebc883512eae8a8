package io.countypulse.city.subsidy;

import io.countypulse.city.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phone checks (电话核查) of a unit in the month before the business date's.
 *
 * @param valid calls that were answered by the right person
 * @param problems wrong and empty numbers
 * @param knows of the valid, those who know of each policy, in the order of {@link #POLICIES}; null
 *     where it does not apply to the unit
 */
public record Calling(
    Unit unit, int calls, int valid, int problems, List<@Nullable Integer> knows) {

  /** Columns of the file. */
  static final List<String> POLICIES = List.of("雨露计划", "雨露计划+", "交通补助", "小额信贷");

  public Calling {
    if (valid + problems > calls || knows.size() != POLICIES.size()) {
      throw new IllegalArgumentException(
          "%s: %d and %d of %d calls".formatted(unit.name(), valid, problems, calls));
    }
    knows = Collections.unmodifiableList(new ArrayList<>(knows));
  }
}
