package io.countypulse.employment.ledger;

import io.countypulse.employment.form.Entries;
import io.countypulse.platform.units.UnitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which differences are decided: those numbered, or all that are open, of a county or kind if told.
 */
record Decision(
    @Nullable List<Integer> numbers,
    @Nullable Boolean all,
    @Nullable UnitCode county,
    Difference.@Nullable Kind kind) {

  private static final int MOST = 1000;

  /** The same, checked: numbers or all, and not both. */
  Decision checked() {
    if (everything() == (numbers != null && !numbers.isEmpty())) {
      throw Entries.refused("NUMBERS_OR_ALL", "numbers", "请选择若干条差异，或选择全部", "Either numbers or all");
    }
    if (numbers != null && numbers.size() > MOST) {
      throw Entries.refused("TOO_MANY", "numbers", "一次最多 1000 条", "At most 1000 at once");
    }
    return this;
  }

  boolean everything() {
    return Boolean.TRUE.equals(all);
  }

  Integer[] numberArray() {
    return numbers == null ? new Integer[0] : numbers.toArray(Integer[]::new);
  }

  @Nullable String countyCode() {
    return county == null ? null : county.value();
  }

  @Nullable String kindName() {
    return kind == null ? null : kind.name();
  }
}
