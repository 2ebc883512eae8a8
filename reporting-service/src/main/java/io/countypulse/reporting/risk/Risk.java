package io.countypulse.reporting.risk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household and what puts it at risk as of a day. Names nobody.
 *
 * @param county where it is at home on that day
 * @param category 户类型; null where it is not known
 * @param level null where one reason alone, or none, holds
 * @param since the day the last of the reasons began; null where none holds
 */
record Risk(
    String householdId,
    String county,
    String countyName,
    @Nullable String category,
    @Nullable Level level,
    List<Held> reasons,
    @Nullable LocalDate since) {

  /** A reason that holds, and since when it has without a break, of several cases the longest. */
  record Held(Reason code, String text, String textEn, LocalDate since) {
    static Held of(Reason reason, LocalDate since) {
      return new Held(reason, reason.text(), reason.textEn(), since);
    }
  }

  Risk {
    reasons = List.copyOf(reasons);
  }
}
